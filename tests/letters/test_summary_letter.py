"""The letter with the published total: nothing in it that is not public, in the language of its readers."""

from datetime import date
from io import BytesIO

import attrs
import pytest
from kotov import EMBASSY, kotov
from pypdf import PdfReader

from urgent_actions import (
    ActionReport,
    ChannelKind,
    InvalidValue,
    Sender,
    Totals,
    UnknownTarget,
    pdf_of,
    print_letter,
    publish,
    read_release,
    summary_letter,
    tally,
    write_records_arrow,
    write_release,
)
from urgent_actions.values.catalog import SUPPORTED
from urgent_actions.values.paper import Paper

DAY = date(2020, 7, 1)
CELLS = {
    ("post", "DE"): 3,
    ("fax", "DE"): 40,
    ("post", "US"): 60,
    ("fax", "US"): 70,
    ("email", "US"): 5000,
    ("email", "FR"): 12,
}


def totals(cells, facets=("channel", "country")):
    return Totals(facets, {key: (count, count) for key, count in cells.items()})


def letter(release=None, **asked):
    return summary_letter(kotov(), EMBASSY, release or publish(totals(CELLS)), on=DAY, **asked)


def test_the_letter_has_the_total_and_the_largest_numbers_by_channel_and_country():
    assert letter(signed=["Example Section"]).body == (
        "We write to you about Konstantin Kotov (UA 82/20).\n\n"
        "Up to July 1, 2020 we have heard of 5,185 letters, calls and other messages in this matter.\n\n"
        "They were sent in these ways: e-mail (5,012), fax (110), and post (63).\n\n"
        "They were sent from these countries: United States (5,130), Germany (43), and France (12).\n\n"
        "Numbers so small that they could point to those who wrote are left out."
    )
    assert letter(signed=["Example Section"]).signature == ("Example Section",)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "5\u202f185 lettres, appels et autres messages"),
        ("es", "5.185 cartas, llamadas"),
        ("de", "5.185 Briefe, Anrufe"),
        ("ru", "о письмах, звонках и иных сообщениях; всего их 5\u00a0185."),
        ("ar", "1 يوليو 2020"),
    ],
)
def test_the_letter_is_in_the_language_of_its_readers(language, said):
    written = letter(language=language)
    assert said in written.body
    assert "Konstantin Kotov" in written.subject
    assert written.language.code == language
    assert "letters" not in written.text


def test_where_there_is_no_catalog_the_letter_is_in_english_throughout():
    written = letter(language="sw")
    assert (written.language.code, written.opening) == ("en", "Dear Ambassador,")


def test_what_is_withheld_is_not_in_the_letter():
    release = publish(totals({("post",): 3, ("fax",): 50, ("email",): 700}, ("channel",)))
    assert "They were sent in these ways: e-mail (700).\n\nNumbers so small" in letter(release).body
    assert "post" not in letter(release).body


def test_of_many_countries_the_largest_are_named():
    codes = "US DE FR GB ES IT NL BE CH AT PL SE".split()
    body = letter(publish(totals({(code,): 20 + n for n, code in enumerate(codes)}, ("country",)))).body
    assert body.count(" (2") + body.count(" (3") == 10
    assert "Sweden (31), Poland (30)" in body
    assert "Only the 10 largest are named." in body


@pytest.mark.parametrize("paper", [*Paper])
def test_the_longest_letter_stays_on_one_page_in_every_language(paper):
    case, post = kotov(), kotov().target(EMBASSY).by("post")[0]
    codes = "CF BA TT AE KN VC GS ST PG US DO GQ".split()
    cells = {(str(kind), code): 10_000 + 7 * n for kind in ChannelKind for n, code in enumerate(codes)}
    release = publish(totals(cells | {("post", "PF"): 1}), round_to=5)
    sheets = [
        print_letter(
            summary_letter(case, EMBASSY, release, on=DAY, language=language, signed=["The Section", "Its Director"]),
            case.target(EMBASSY),
            post,
            sender=Sender("US"),
            paper=paper,
        )
        for language in SUPPORTED
    ]
    assert len(PdfReader(BytesIO(pdf_of(sheets))).pages) == len(SUPPORTED)


def test_rounded_numbers_are_called_so_and_a_total_may_stand_alone():
    body = letter(publish(totals({("post",): 63}, ("channel",)).by(), round_to=10)).body
    assert "60 letters" in body
    assert body.endswith("Numbers are rounded to multiples of 10.")


def test_a_case_without_names_is_called_by_its_reference():
    case = attrs.evolve(kotov(), subjects=())
    written = summary_letter(case, case.target(EMBASSY), publish(totals(CELLS)), on=DAY)
    assert written.subject == "Appeals in the case UA 82/20"
    assert written.body.startswith("We write to you about the case UA 82/20.")


def test_the_letter_is_printed_like_any_other():
    target = kotov().target(EMBASSY)
    (post,) = target.by("post")
    printed = print_letter(letter(), target, post, sender=Sender("US"))
    assert "5,185" in printed.body


def test_a_release_that_shows_nothing_makes_no_letter():
    with pytest.raises(
        InvalidValue, match="the release shows no number of UA 82/20 at release; wait until more was done"
    ):
        letter(publish(totals({("post",): 3}, ("channel",))))


def reports_of(**numbers):
    """Reports by post from Germany, and by e-mail from the United States, of people each by themselves."""
    said = {"post": "DE", "email": "US"}
    return [
        ActionReport(
            f"{case}-{channel}-{n}", f"UA {case[1:].replace('_', '/')}", channel=channel, on=DAY, country=country
        )
        for case, number in numbers.items()
        for channel, country in said.items()
        for n in range(number)
    ]


@pytest.mark.parametrize("told", [tally, lambda records: tally(write_records_arrow(records))])
def test_a_release_that_counts_other_cases_too_makes_no_letter_of_one(told):
    assert "heard of 40 letters" in letter(publish(told(reports_of(u82_20=20)), ["channel", "country"])).body
    with pytest.raises(InvalidValue) as caught:
        letter(publish(told(reports_of(u82_20=20, u1_26=250, u2_26=30)), ["channel", "country"]))
    assert str(caught.value) == (
        "the release counts UA 1/26, UA 2/26, the letter is about UA 82/20 at release; "
        "publish what was done for UA 82/20 alone, or by the facet 'case' too"
    )


def test_of_a_release_by_case_the_letter_tells_the_rows_of_its_own():
    of_both = tally(reports_of(u82_20=20, u1_26=250))
    for release in (
        publish(of_both, ["case", "channel", "country"]),
        publish(of_both.totals("channel", "case", "country")),
        read_release(write_release(publish(of_both, ["country", "channel", "case"]))),
    ):
        assert letter(release).body == letter(publish(tally(reports_of(u82_20=20)), ["channel", "country"])).body


@pytest.mark.parametrize("number", [0, 3])
def test_a_release_by_case_that_shows_nothing_of_this_one_makes_no_letter(number):
    release = publish(tally(reports_of(u82_20=number, u1_26=250, u2_26=250)), ["case", "channel"])
    with pytest.raises(InvalidValue, match="the release shows no number of UA 82/20 at release; wait"):
        letter(release)
    with pytest.raises(InvalidValue, match="the release shows no number of UA 82/20 at release; wait"):
        letter(publish(tally(reports_of(u82_20=number)), ["case", "channel"]))


def test_of_many_other_cases_some_are_named():
    cases = [*(f"UA {n}/26" for n in range(1, 14)), None]
    counted = Totals(["case", "channel"], {(case, "post"): (20, 20) for case in cases})
    with pytest.raises(InvalidValue, match="UA 6/26, 4 more, the letter is about UA 82/20"):
        letter(publish(counted, "channel"))


def test_channels_and_countries_that_there_are_not_are_refused_all_at_once():
    wrong = {("xyz", "US"): 50, ("emial", "DE"): 50, ("post", "ZZ"): 50, (None, None): 50}
    with pytest.raises(InvalidValue) as caught:
        letter(publish(totals(wrong)))
    problems = [(problem.what, problem.where) for problem in caught.value.problems]
    assert problems == [
        ("unknown channel kind 'emial'", "release.by('channel')"),
        ("unknown channel kind 'xyz'", "release.by('channel')"),
        ("unknown country 'ZZ'", "release.by('country')"),
    ]


def test_wrong_arguments_are_refused_at_once():
    with pytest.raises(InvalidValue) as caught:
        summary_letter("UA 82/20", 5, 5, on="today")
    assert [problem.where for problem in caught.value.problems] == ["case", "target", "release", "on"]
    with pytest.raises(UnknownTarget):
        summary_letter(kotov(), "nobody", publish(totals(CELLS)), on=DAY)
