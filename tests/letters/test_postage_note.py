"""What the one who posts a letter has to know: its price where somebody said it, and what stands on the envelope."""

from datetime import date

import attrs
import pytest
from kotov import EMBASSY, PROSECUTOR, kotov

from urgent_actions import ContactChannel, PostalAddress, Sender, Wishes, guide, write_letter
from urgent_actions.letters.dispatch import dispatch
from urgent_actions.letters.postage_note import postage_note
from urgent_actions.values.paper import Paper
from urgent_actions.values.postage_rate import PostageRate
from urgent_actions.values.postage_rates import PostageRates, postage_rates
from urgent_actions.values.source import Source
from urgent_actions.values.window import Window

DAY = date(2025, 9, 1)
CASE = kotov()
EMBASSY_IN_WASHINGTON = CASE.target(EMBASSY)
(POST,) = EMBASSY_IN_WASHINGTON.by("post")


def note(country="US", *, on=DAY, **more):
    return postage_note(EMBASSY_IN_WASHINGTON, POST, sender=Sender(country), on=on, **more)


def own(price="1.00 EUR", **more):
    during, source = Window("2025-08-01"), Source("Our own list")
    one = PostageRate(country="DE", price=price, carrier="A post", during=during, source=source, **more)
    return PostageRates([one])


def test_a_letter_to_the_embassy_in_the_own_country_costs_what_a_letter_within_it_costs():
    assert note().say().splitlines() == [
        "Postage to the United States: $0.78 since July 13, 2025 (USPS, Forever stamp, 1 oz; source: "
        "http://fox10phoenix.com/news/usps-raises-stamp-prices).",
        "The price is for up to 28 g: 4 sheets with their envelope weigh less.",
    ]


def test_a_letter_abroad_is_marked_and_its_country_stands_last():
    price, weight, mark, line = note("DE").say().splitlines()
    assert price.startswith("Postage to the United States: €1.25 since January 1, 2025 (Deutsche Post, Standardbrief")
    assert weight == "The price is for up to 20 g: 2 sheets with their envelope weigh less."
    assert "PRIORITAIRE or PAR AVION" in mark
    assert line.endswith("in capitals: VEREINIGTE STAATEN")


def test_a_price_of_long_ago_is_told_as_one_that_may_have_risen():
    assert note(on=date(2026, 7, 12)).say().splitlines()[0].endswith("prices).")
    assert note(on=date(2026, 7, 13)).say().splitlines()[0].endswith("It may be more by now: ask at a post office.")


def test_a_price_that_nobody_stated_is_not_guessed():
    said = note("NZ").say().splitlines()
    assert said[0] == "Postage to the United States: not known here; ask at a post office."
    assert said[-1].endswith("UNITED STATES")
    assert note(on=date(2020, 5, 25)).say() == said[0]


def test_without_a_destination_neither_price_nor_country_line_is_told():
    somewhere = attrs.evolve(CASE.target(PROSECUTOR), country=None)
    post = ContactChannel("post", PostalAddress.parse("Lesnaya 5\nMoscow 125993"))
    told = postage_note(somewhere, post, sender=Sender("US"), on=DAY)
    assert (told.destination, told.rate, told.line) == (None, None, None)
    assert len(told.messages) == 1
    assert "It is not known in which country" in told.say()


@pytest.mark.parametrize(
    ("grams", "paper", "sheets"),
    [
        (20, Paper.A4, 2),
        (28, Paper.US_LETTER, 4),
        (50, Paper.A4, 8),
        (100, Paper.A4, 18),
        (9, Paper.A4, 0),
        (None, None, None),
    ],
)
def test_as_many_sheets_are_told_as_surely_weigh_less(grams, paper, sheets):
    told = note("DE", rates=own(grams=grams), paper=paper)
    assert told.sheets == sheets
    assert ("with their envelope" in told.say()) is bool(sheets)


@pytest.mark.parametrize("language", ["fr", "es", "de", "ru", "ar"])
def test_a_note_is_said_in_the_language_of_the_reader(language):
    english, said = (note("DE").say(each).splitlines() for each in ("en", language))
    assert len(said) == len(english)
    assert not {*said} & {*english}
    assert "1,25" in said[0] or "1.25" in said[0]


def ready(wishes, *, sender="DE"):
    guidance = guide(CASE, sender=Sender(sender), on=DAY)
    for option in guidance:
        letter = write_letter(CASE, option.target, sender=Sender(sender), on=DAY)
        yield dispatch(letter, option, case=CASE, sender=Sender(sender), wishes=wishes, anyway=True)


def test_what_goes_by_post_has_a_note_and_nothing_else_has():
    for made in ready(Wishes()):
        by_post = made.ready and str(made.option.channel.kind) == "post"
        assert (made.postage is not None) is by_post
        if made.postage is not None:
            assert made.postage.say() not in made.content.text
            assert "PRIORITAIRE" not in made.content.text


def test_the_prices_of_a_section_are_asked_where_it_gives_them():
    prices = {str(made.postage.rate.price) for made in ready(Wishes(postage=own("1.11 EUR"))) if made.postage}
    assert prices == {"1.11 EUR"}
    merged = Wishes(postage=own("1.11 EUR") | postage_rates())
    assert {str(made.postage.rate.price) for made in ready(merged) if made.postage} == {"1.11 EUR"}
