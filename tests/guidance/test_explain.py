"""A guidance as a supporter reads it."""

from datetime import UTC, date, datetime, time
from pathlib import Path

import attrs
import pytest
from kotov import kotov

from urgent_actions import (
    CaseStatus,
    ContactChannel,
    Deadline,
    EmailAddress,
    Hours,
    RuleBook,
    Scope,
    Sender,
    Target,
    explain,
    guide,
)


def words(country="US", *, locale="en", case=None, on=date(2020, 5, 25), ties=()):
    return explain(guide(case or kotov(), sender=Sender(country, ties=ties), on=on), locale)


def test_a_telephone_that_is_closed_at_the_moment_opens_at_an_hour_of_the_day_or_else_on_a_day():
    hours = Hours(time(9), time(17), zone="Europe/Moscow")
    closed = attrs.evolve(kotov().rules[0], id="calls", when=Scope(channels={"phone"}), unless=Scope(hours=hours))

    def said(hour):
        at = datetime(2020, 5, 25, hour, tzinfo=UTC)
        return explain(guide(kotov(), sender=Sender("US"), on=at.date(), at=at, rules=RuleBook([closed])))

    assert "It opens at 06:00 (UTC+00:00)." in said(3)
    assert "It opens on May" not in said(3)
    assert "It opens" not in said(7)
    assert "It opens on May 26, 2020." in said(15)


def explained(name):
    """A whole answer as it is written down in `tables/explained.md`."""
    text = (Path(__file__).parent / "tables" / "explained.md").read_text(encoding="utf-8")
    return text.partition(f"## {name}\n\n```text\n")[2].partition("\n```")[0]


def with_everything(**changed):
    """The case in two languages with a deadline, a copy, and a consulate of which nobody knows where it sits."""
    prosecutor, embassy = kotov().targets
    mail = ContactChannel("email", EmailAddress("consulate@example.org"))
    consulate = Target("consulate", "consulate", organisation="Consulate", country="RU", channels=[mail])
    targets = [prosecutor, attrs.evolve(embassy, copy=True), consulate]
    return attrs.evolve(kotov(), targets=targets, languages=["ru", "en"], deadline=Deadline("2020-07-01"), **changed)


def with_a_silent_target():
    """The case with an assumed deadline and a target without channels, each of whom is to be written to."""
    silent = Target("duma", "official", office="State Duma", country="RU")
    return attrs.evolve(kotov(), targets=[*kotov().targets, silent], choose="all").with_default_deadline()


@pytest.mark.parametrize(
    ("name", "case", "sender", "day"),
    [
        ("A few days before the deadline", with_everything(), Sender("US"), date(2020, 6, 28)),
        (
            "After the end, for somebody with ties",
            with_everything(status="ended", ended_on="2020-06-15"),
            Sender("DE", ties=["RU"]),
            date(2020, 7, 5),
        ),
        ("Where no embassy is known", with_a_silent_target(), Sender("FR"), date(2020, 5, 25)),
    ],
)
def test_a_whole_answer_reads_as_it_is_written_down(name, case, sender, day):
    assert explain(guide(case, sender=sender, on=day)) == explained(name)


def test_each_reason_is_said_once_for_channels_in_a_row():
    text = words()
    assert text.count("closed     e-mail (hidden by the page)") == 3
    assert text.count("The page hides this address") == 2


def test_what_holds_for_the_whole_target_is_said_once_below_its_name():
    assert words("DE").count("This embassy serves senders in the United States only") == 1


def test_what_closes_two_channels_of_a_target_is_said_once_below_its_name():
    prosecutor, embassy = kotov().targets
    pair = attrs.evolve(embassy, channels=[*embassy.by("phone"), *embassy.by("twitter")])
    lines = words("DE", case=attrs.evolve(kotov(), targets=[prosecutor, pair])).splitlines()
    (reason,) = (number for number, line in enumerate(lines) if "This embassy serves senders" in line)
    assert lines[reason + 1] == "   closed     phone: +1 202-298-5700"


def test_what_holds_everywhere_is_said_once_above_all_targets():
    text = words(ties={"RU"})
    assert text.count("You have ties to Russia") == 1
    assert text.index("You have ties to Russia") < text.index("1. ")


def test_a_day_on_which_nothing_can_be_sent_says_so_first():
    text = words(on=date(2020, 5, 19))
    assert "Nothing can be sent on this day:\nThe bulletin is not issued before May 20, 2020." in text
    assert "It opens on May 20, 2020." in text


def test_an_ended_case_says_so():
    case = attrs.evolve(kotov(), status=CaseStatus.ENDED)
    assert "The action has ended" in words(case=case)


def test_an_assumed_deadline_is_shown_as_assumed():
    assert "Deadline: July 1, 2020, assumed, for the bulletin gives none" in words(case=kotov().with_default_deadline())


def test_a_deadline_that_is_not_given_is_said_to_be_none():
    assert "Deadline: none given" in words().splitlines()


def test_what_to_do_instead_is_said_in_the_language_of_the_reader():
    assert "À la place : Embassy of the Russian Federation, courrier postal : 2650 Wisconsin Ave. NW" in words(
        locale="fr"
    ).replace("\u00a0", " ")


def test_salutations_stand_below_the_targets():
    text = words()
    assert "salutation: Dear Prosecutor General" in text
    assert "salutation: Dear Ambassador" in text


@pytest.mark.parametrize(
    ("locale", "words_of_it"),
    [
        ("fr", ["20 mai 2020", "États-Unis", "jusqu’à nouvel ordre", "formulaire en ligne\u00a0: http"]),
        ("es", ["20 de mayo de 2020", "Estados Unidos", "hasta nuevo aviso"]),
        ("de", ["20. Mai 2020", "Vereinigte Staaten", "bis auf Weiteres"]),
        ("ru", ["20 мая 2020", "Соединенны"]),
        ("ar", ["20 مايو 2020", "الولايات المتحدة"]),
    ],
)
def test_the_reader_gets_sentences_dates_and_countries_in_her_language(locale, words_of_it):
    text = words(locale=locale)
    assert all(part in text for part in words_of_it)
    assert "The page hides" not in text


def test_the_words_of_the_bulletin_are_never_translated():
    assert "Due to postal restrictions caused by COVID-19" in words(locale="ar")


def test_a_target_without_any_channel_is_said_to_have_none():
    prosecutor, embassy = kotov().targets
    text = words(case=attrs.evolve(kotov(), targets=(attrs.evolve(prosecutor, channels=()), embassy)))
    assert "The bulletin gives no way to reach this target." in text


def test_nobody_is_asked_to_write_when_nothing_can_be_sent():
    assert "Write to any of these." in words()
    assert "Write to any of these." not in words(on=date(2020, 5, 19))


def test_a_reader_of_another_language_gets_english_throughout():
    assert words(locale="ja") == words(locale="en")
