"""What the reader's language calls the kinds of channel and target, the statuses, and addresses that are not there."""

from urgent_actions.rules.effect import Status
from urgent_actions.values.address_state import AddressState
from urgent_actions.values.channel_kind import ChannelKind
from urgent_actions.values.target_kind import TargetKind
from urgent_actions.values.text import Message

CHANNELS = {
    ChannelKind.POST: Message("post"),
    ChannelKind.EMAIL: Message("e-mail"),
    ChannelKind.PHONE: Message("phone"),
    ChannelKind.FAX: Message("fax"),
    ChannelKind.FORM: Message("online form"),
    ChannelKind.SMS: Message("text message"),
    ChannelKind.TELEX: Message("telex"),
    ChannelKind.TWITTER: Message("Twitter"),
    ChannelKind.FACEBOOK: Message("Facebook"),
    ChannelKind.INSTAGRAM: Message("Instagram"),
    ChannelKind.TELEGRAM: Message("Telegram"),
    ChannelKind.WHATSAPP: Message("WhatsApp"),
    ChannelKind.YOUTUBE: Message("YouTube"),
    ChannelKind.TIKTOK: Message("TikTok"),
    ChannelKind.WEBSITE: Message("website"),
    ChannelKind.OTHER: Message("another way"),
}

TARGETS = {
    TargetKind.OFFICIAL: Message("official"),
    TargetKind.EMBASSY: Message("embassy"),
    TargetKind.CONSULATE: Message("consulate"),
    TargetKind.MISSION: Message("mission"),
    TargetKind.COMPANY: Message("company"),
    TargetKind.ORGANISATION: Message("organisation"),
    TargetKind.PRISONER: Message("prisoner"),
    TargetKind.COLLECTOR: Message("collects letters"),
    TargetKind.OTHER: Message("other"),
}

STATUSES = {
    Status.OPEN: Message("open"),
    Status.CAUTION: Message("with care"),
    Status.CLOSED: Message("closed"),
}

NO_ADDRESS = {
    AddressState.WITHHELD: Message("hidden by the page"),
    AddressState.UNREADABLE: Message("unreadable"),
    AddressState.MISSING: Message("none printed"),
}
