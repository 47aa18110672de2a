"""Post that may not arrive before the deadline: closed, with care or with a remark, by the days that are left."""

from datetime import date, timedelta
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions import (
    Case,
    ContactChannel,
    Deadline,
    EmailAddress,
    Mission,
    MissionDirectory,
    PostalAddress,
    Sender,
    Source,
    Status,
    Target,
    explain,
    guide,
    implied_rules,
)
from urgent_actions.testing.check_table import check_table
from urgent_actions.values.country_codes import COUNTRY_CODES
from urgent_actions.values.transit import transit_days

TABLE = Path(__file__).parents[1] / "rules" / "tables" / "post-in-time.md"
LAST = date(2026, 12, 31)
EU_AND_CANADA = "Communications Regulation (Postal Services) Act 2011, Ireland, Canada Post"
RULES = {
    "FAR": "implied: post to RU in 4 to 11 days (Canada Post, elsewhere)",
    "NEAR": f"implied: post to RU in 3 to 11 days ({EU_AND_CANADA}, elsewhere)",
    "CANADA": "implied: post to RU in 4 to 11 days (Canada Post)",
    "HOME": "implied: post to US in 1 to 11 days (Royal Mail, Australia Post, elsewhere)",
}


def ministry(*addresses: PostalAddress | ContactChannel) -> Target:
    post = [each if isinstance(each, ContactChannel) else ContactChannel("post", each) for each in addresses]
    mail = ContactChannel("email", EmailAddress("office@example.org"))
    return Target("ministry", "official", office="Minister", country="RU", channels=[*post, mail])


MOSCOW = PostalAddress(["1 Example Street", "Moscow 101000"])
EMBASSY = Target(
    "embassy",
    "embassy",
    organisation="Embassy of the Russian Federation",
    country="RU",
    accredited_to="US",
    channels=[ContactChannel("post", PostalAddress(["1 Example Avenue", "Washington DC 20007"]))],
)


def case(deadline: Deadline | None, *targets: Target) -> Case:
    return Case("UA 1/26", country="RU", deadline=deadline, targets=targets or (ministry(MOSCOW), EMBASSY))


FIRM = case(Deadline(LAST, True))


def post_to_the_ministry(asked: Case, sender: str, days_left: int):
    guidance = guide(asked, sender=Sender(sender), on=LAST - timedelta(days=days_left))
    return next(option.advice for option in guidance.of("ministry") if str(option.channel.kind) == "post")


def late_rules(asked: Case) -> list[str]:
    return [rule.id for rule in implied_rules(asked) if "post to" in rule.id]


def test_the_table_of_post_in_time_holds():
    table = TABLE.read_text(encoding="utf-8")
    for short, name in RULES.items():
        table = table.replace(f"{short}:", f"{name}:")
    assert check_table(table, case=FIRM).rows == 15


@given(st.sampled_from(sorted(COUNTRY_CODES)), st.integers(0, 40), st.booleans())
def test_post_is_never_closed_while_as_many_days_are_left_as_a_letter_takes(sender, days_left, firm):
    transit = transit_days(sender, "RU")
    advice = post_to_the_ministry(case(Deadline(LAST, firm)), sender, days_left)
    late = [rule for rule in (*advice.because, *advice.also) if "post to" in rule.id]
    assert bool(late) is (days_left < transit.most)
    assert (advice.status is Status.CLOSED) is (firm and days_left < transit.least)


@given(st.integers(0, 40))
def test_only_a_firm_deadline_closes_post(days_left):
    for deadline in (Deadline(LAST), Deadline(LAST, assumed=True)):
        advice = post_to_the_ministry(case(deadline), "US", days_left)
        assert advice.status is (Status.CAUTION if days_left < 4 else Status.OPEN)


@pytest.mark.parametrize(
    ("sender", "days_left", "said"),
    [
        ("CA", 3, "A letter would come after the deadline (Russia: 4 to 11 days by post)."),
        ("CA", 4, "A letter may come after the deadline (Russia: 4 to 11 days by post)."),
        (
            "US",
            3,
            "A letter would come after the deadline (Russia: 4 to 11 days by post, as carriers elsewhere state).",
        ),
        ("US", 4, "A letter may come after the deadline (Russia: 4 to 11 days by post, as carriers elsewhere state)."),
    ],
)
def test_a_letter_that_may_be_late_says_how_long_it_takes_and_whose_times_these_are(sender, days_left, said):
    advice = post_to_the_ministry(FIRM, sender, days_left)
    (late,) = (rule for rule in (*advice.because, *advice.also) if "post to" in rule.id)
    assert str(late.reason) == said
    assert len({late.reason.say(locale) for locale in ("en", "fr", "es", "de", "ru", "ar")}) == 6


def test_without_a_deadline_nothing_is_said_of_the_post():
    assert late_rules(case(None)) == []


def test_a_deadline_that_a_caller_assumes_never_closes():
    dated = attrs.evolve(FIRM, deadline=None, edition=attrs.evolve(FIRM.edition, issued="2026-11-19"))
    asked = dated.with_default_deadline(6)
    assert asked.deadline is not None
    assert asked.deadline.last_day == LAST
    assert post_to_the_ministry(asked, "US", 0).status is Status.CAUTION


@pytest.mark.parametrize(
    ("post", "destination"),
    [
        (MOSCOW, "RU"),
        (PostalAddress(["1 Example Street", "1000 Brussels, Belgium"]), "BE"),
        (PostalAddress(["1 Example Street", "Geneva", "SWITZERLAND"]), "CH"),
        (PostalAddress(["1 Example Street", "Atlanta, Georgia 30303"]), "RU"),
    ],
)
def test_a_letter_goes_to_the_country_on_its_last_line_else_to_the_state_that_is_answered_for(post, destination):
    named = late_rules(case(Deadline(LAST), ministry(post)))
    assert named
    assert all(f"post to {destination} " in name for name in named)


def test_a_letter_to_an_embassy_goes_to_where_it_sits():
    assert all("post to US " in name for name in late_rules(case(Deadline(LAST), EMBASSY)))


def test_a_mission_that_joins_the_targets_is_at_home_for_its_senders():
    embassy = Target(
        "embassy-in-berlin",
        "embassy",
        organisation="Embassy of the Russian Federation",
        country="RU",
        accredited_to="DE",
        channels=[ContactChannel("post", PostalAddress(["1 Example Street", "10117 Berlin"]))],
    )
    directory = MissionDirectory([Mission(embassy, Source("our own list"))])
    asked = case(Deadline(LAST, True), ministry(MOSCOW))
    for days_left, expected in ((1, Status.OPEN), (0, Status.CLOSED)):
        day = LAST - timedelta(days=days_left)
        (post,) = guide(asked, sender=Sender("DE"), on=day, missions=directory).of("embassy-in-berlin")
        assert post.status is expected


@pytest.mark.parametrize(
    "unsure",
    [
        ministry(),
        ministry(ContactChannel("post", state="missing")),
        ministry(ContactChannel("post", PostalAddress(["2 Example Avenue"]), via="Embassy of Russia")),
        ministry(MOSCOW, PostalAddress(["1 Example Street", "1000 Brussels, Belgium"])),
        attrs.evolve(ministry(MOSCOW), country=None),
    ],
)
def test_where_it_is_not_certain_where_a_letter_goes_nothing_is_said(unsure):
    assert late_rules(case(Deadline(LAST, True), unsure)) == []


def test_the_explanation_says_how_long_the_post_takes_and_who_says_so():
    said = explain(guide(FIRM, sender=Sender("CA"), on=date(2026, 12, 29)))
    assert "A letter would come after the deadline (Russia: 4 to 11 days by post). (source: How long" in said
    assert "Canada Post)" in said


def test_post_that_is_too_late_does_not_reopen():
    advice = post_to_the_ministry(FIRM, "US", 3)
    assert advice.reopens is None
