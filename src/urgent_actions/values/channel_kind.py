"""The ways to reach somebody: post, e-mail, phone, fax, online form, the social networks."""

from urgent_actions.values.word import Word


class ChannelKind(Word):
    """One way to reach a target; the value is the word used in rule files, JSON and reports."""

    POST = "post"
    EMAIL = "email"
    PHONE = "phone"
    FAX = "fax"
    FORM = "form"
    SMS = "sms"
    TELEX = "telex"
    TWITTER = "twitter"
    FACEBOOK = "facebook"
    INSTAGRAM = "instagram"
    TELEGRAM = "telegram"
    WHATSAPP = "whatsapp"
    YOUTUBE = "youtube"
    TIKTOK = "tiktok"
    WEBSITE = "website"
    OTHER = "other"

    @property
    def is_social(self) -> bool:
        """Whether what is sent there is read by everybody."""
        return self in _SOCIAL

    @property
    def is_spoken(self) -> bool:
        """Whether the supporter talks there, so that hours and a script matter."""
        return self is ChannelKind.PHONE

    @property
    def takes_number(self) -> bool:
        """Whether its address is a telephone number."""
        return self in _NUMBERED


_SOCIAL = frozenset(
    {
        ChannelKind.TWITTER,
        ChannelKind.FACEBOOK,
        ChannelKind.INSTAGRAM,
        ChannelKind.TELEGRAM,
        ChannelKind.YOUTUBE,
        ChannelKind.TIKTOK,
    }
)
_NUMBERED = frozenset({ChannelKind.PHONE, ChannelKind.FAX, ChannelKind.SMS, ChannelKind.WHATSAPP})
