"""What a release shows and what it withholds; that nothing can be computed is attacked in test_attacks.py."""

import copy
import pickle
from datetime import date

import attrs
import pytest

from urgent_actions import (
    ActionReport,
    InvalidValue,
    Release,
    Tally,
    Totals,
    publish,
    supporter_token,
    tally,
    write_records_arrow,
)
from urgent_actions.totals.move import moves_between, swap
from urgent_actions.totals.place import partitions

BOTH = ("channel", "country")
CELLS = {
    ("post", "DE"): 3,
    ("fax", "DE"): 40,
    ("post", "US"): 60,
    ("fax", "US"): 70,
    ("email", "US"): 500,
    ("email", "FR"): 12,
}


def totals(cells, facets=BOTH):
    return Totals(facets, {key: (count, count) for key, count in cells.items()})


def of_channels(**counts):
    return totals({(channel,): count for channel, count in counts.items()}, ("channel",))


def test_large_numbers_are_shown_as_they_are_with_all_margins():
    release = publish(of_channels(post=10, fax=20))
    assert release.by("channel") == {("fax",): 20, ("post",): 10}
    assert (release.total, release.withheld, release.notes, release.reasons) == (30, (), (), {})


def test_a_small_number_is_withheld_with_another_one_that_would_tell_it():
    release = publish(of_channels(post=3, fax=50, email=700))
    assert release.by("channel") == {("email",): 700, ("fax",): None, ("post",): None}
    assert release.total == 753
    assert release.withheld == ((("channel",), ("fax",)), (("channel",), ("post",)))


def test_of_a_table_a_rectangle_is_withheld_and_the_margins_stay():
    release = publish(totals(CELLS))
    assert [key for key, number in release.by(*BOTH).items() if number is None] == [
        ("fax", "DE"),
        ("fax", "US"),
        ("post", "DE"),
        ("post", "US"),
    ]
    assert release.by("country") == {("DE",): 43, ("FR",): 12, ("US",): 642 - 12}
    assert release.by("country", "channel")["FR", "email"] == 12


def test_the_publisher_alone_knows_why():
    release = publish(totals(CELLS))
    assert release.reasons[BOTH, ("post", "DE")] == "small"
    assert {*release.reasons.values()} == {"small", "complement"}
    told = f"{release!r}{release._repr_html_()}{[*map(str, release.notes)]}{release.by(*BOTH)}"
    assert "small" not in told
    assert "complement" not in told
    assert release.kept == totals(CELLS)
    assert "kept" not in repr(release)


def test_the_notes_say_what_was_done_in_any_language():
    release = publish(totals(CELLS), round_to=5)
    assert [str(note) for note in release.notes] == [
        "4 numbers are withheld, because with them fewer than 10 people could be told from others.",
        "Numbers are rounded to multiples of 5.",
    ]
    assert (
        len({note.say(language) for note in release.notes for language in ("en", "fr", "es", "de", "ru", "ar")}) == 12
    )


def test_too_little_altogether_is_not_shown_at_all():
    release = publish(of_channels(post=4, fax=5))
    assert (release.is_empty, release.total, release.by("channel")) == (True, None, {})
    assert "Too little was done" in str(release.notes[0])
    assert publish(Tally(), "channel").is_empty
    assert publish(of_channels(post=4, fax=6)).total == 10


def test_many_actions_of_few_people_are_small():
    lone = Totals(("country",), {("LI",): (300, 1), ("US",): (900, 400), ("DE",): (500, 100)})
    release = publish(lone)
    assert release.by("country") == {("DE",): None, ("LI",): None, ("US",): 900}
    assert publish(lone, threshold=2).by("country")["LI",] is None


def test_a_supporter_with_a_token_is_one_person_however_many_reports_there_are():
    day = date(2020, 5, 25)
    by_one = [ActionReport(f"a{n}", "UA 82/20", channel="fax", on=day, supporter="a" * 32) for n in range(20)]
    others = [ActionReport(f"b{n}", "UA 82/20", channel="post", on=day, supporter=f"{n:032x}") for n in range(40)]
    assert publish(tally([*by_one, *others]), "channel").by("channel") == {("fax",): None, ("post",): None}
    unknown = [attrs.evolve(report, supporter=None) for report in by_one]
    assert publish(tally([*unknown, *others]), "channel").by("channel") == {("fax",): 20, ("post",): 40}


def of_one_supporter(country, case, who, number):
    """Reports by the same hand, each in a case of its own where the case has a place for a number."""
    key, day = bytes(range(32)), date(2020, 5, 25)
    for n in range(number):
        token = supporter_token(key, case.format(n + 1), who)
        name = f"{country}-{case}-{who}-{n}".translate(str.maketrans(" /@{}", "_____"))
        yield ActionReport(name, case.format(n + 1), channel="fax", on=day, country=country, supporter=token)


def many_of(country, case, people):
    return [report for n in range(people) for report in of_one_supporter(country, case, f"{n}@{country}", 1)]


def test_the_tokens_of_one_person_in_a_dozen_cases_are_no_dozen_people():
    lone = [*of_one_supporter("LI", "UA {}/20", "ada@x", 12)]
    assert len({report.supporter for report in lone}) == 12
    counted = tally([*lone, *many_of("DE", "UA 1/20", 60)])
    for told in (counted, tally(write_records_arrow([*counted.reports.values()]))):
        assert publish(told, "country").by("country") == {("DE",): None, ("LI",): None}
        by_case = publish(told, ["case", "country"])
        assert {number for (_, country), number in by_case.by("case", "country").items() if country == "LI"} == {None}
    assert publish(counted.totals("case", "country"), "country").by("country")["LI",] is None


def test_a_dozen_people_in_one_case_are_shown_whatever_others_there_are():
    counted = tally([*many_of("LI", "UA 2/20", 12), *many_of("LI", "UA 3/20", 3), *many_of("DE", "UA 1/20", 60)])
    release = publish(counted, "country")
    assert release.by("country") == {("DE",): 60, ("LI",): 15}
    assert release.cases == {"UA 1/20", "UA 2/20", "UA 3/20"}
    assert "UA 2/20" not in repr(release)


def test_reports_without_a_token_in_many_cases_are_taken_for_those_of_the_same_people():
    unnamed = [attrs.evolve(report, supporter=None) for report in of_one_supporter("LI", "UA {}/20", "ada@x", 12)]
    others = [attrs.evolve(report, supporter=None) for report in many_of("DE", "UA 1/20", 60)]
    assert publish(tally([*unnamed, *others]), "country").by("country") == {("DE",): None, ("LI",): None}


def test_totals_that_are_not_by_case_do_not_know_the_cases():
    assert publish(of_channels(post=20)).cases is None
    assert publish(totals({("UA 82/20",): 20}, ("case",)), "case").cases == {"UA 82/20"}


def test_a_small_difference_to_an_earlier_release_is_withheld():
    before = publish(of_channels(post=100, fax=200, email=300))
    now = publish(of_channels(post=103, fax=290, email=395), before=[before])
    assert now.by("channel") == {("email",): 395, ("fax",): None, ("post",): None}
    assert now.reasons[("channel",), ("post",)] == "difference"
    assert publish(of_channels(post=100, fax=290, email=395), before=[before]).withheld == ()


def test_what_was_withheld_stays_withheld():
    before = publish(of_channels(post=3, fax=50, email=700))
    now = publish(of_channels(post=300, fax=500, email=900), before=[before])
    assert now.by("channel") == {("email",): 900, ("fax",): None, ("post",): None}
    assert {*now.reasons.values()} == {"earlier"}


def test_too_little_since_an_earlier_release_shows_nothing_new():
    before = publish(of_channels(post=100, fax=200))
    assert publish(of_channels(post=104, fax=205), before=[before]).is_empty
    assert publish(of_channels(post=100, fax=200), before=[before]) == before
    assert not publish(
        of_channels(post=120, fax=230), before=[before, publish(of_channels(post=1), before=[])]
    ).is_empty


def test_a_release_that_has_forgotten_the_true_numbers_hides_no_less():
    before = publish(totals(CELLS))
    now = totals({key: count + 20 for key, count in CELLS.items()})
    knowing, public = publish(now, before=[before]), publish(now, before=[attrs.evolve(before, kept=None)])
    assert {*knowing.withheld} <= {*public.withheld}


def test_earlier_releases_may_come_one_by_one():
    before = publish(of_channels(post=100, fax=200, email=300))
    now = of_channels(post=103, fax=290, email=395)
    assert publish(now, before=(one for one in [before])) == publish(now, before=[before])
    assert publish(now, before=(one for one in [before])).withheld != ()


def test_an_earlier_table_is_the_same_one_in_whatever_order_its_facets_are():
    before = publish(totals(CELLS))
    now = totals({key: count + 20 * (key[0] != "fax") for key, count in CELLS.items()})
    other_way_round = publish(now, ["country", "channel"], before=[before])
    assert other_way_round.by(*BOTH) == publish(now, before=[before]).by(*BOTH)
    assert set(other_way_round.by("country", "channel").values()) != {None}


def test_an_earlier_release_that_showed_nothing_tells_nothing_by_whatever_facets_it_is():
    assert publish(totals(CELLS), before=[publish(of_channels(post=3))]) == publish(totals(CELLS))


def test_a_coarser_table_before_a_finer_one_is_refused_since_its_sums_would_tell_differences():
    before = publish(of_channels(post=100, fax=200, email=300))
    finer = totals({("post", "DE"): 50, ("post", "US"): 53, ("fax", "DE"): 200, ("email", "DE"): 300})
    with pytest.raises(
        InvalidValue, match="publish by channel again, or by channel, country only what was reported since"
    ):
        publish(finer, before=[before])


def test_a_number_is_asked_for_by_facets_in_the_order_of_the_table():
    release = publish(totals(CELLS))
    assert (release.number(("country",), ("FR",)), release.number(BOTH, ("fax", "FR"))) == (12, 0)
    with pytest.raises(InvalidValue, match="the release has no table by"):
        release.number(("country", "channel"), ("FR", "fax"))


def test_a_facet_with_one_value_is_shown_like_its_margin():
    release = publish(totals({("post", "US"): 3, ("fax", "US"): 30, ("email", "US"): 40}))
    assert release.by("country") == {("US",): 73}
    assert release.by(*BOTH) == {("email", "US"): 40, ("fax", "US"): None, ("post", "US"): None}
    assert release.by("channel") == {("email",): 40, ("fax",): None, ("post",): None}


def test_what_is_not_said_is_a_value_like_any_other():
    release = publish(totals({(None,): 3, ("US",): 30, ("DE",): 90}, ("country",)))
    assert release.by("country") == {("DE",): 90, ("US",): None, (None,): None}


@pytest.mark.parametrize(("number", "rounded"), [(12, 10), (13, 15), (17, 15), (18, 20), (10, 10)])
def test_numbers_are_rounded_to_the_nearest_multiple(number, rounded):
    assert publish(of_channels(post=number), round_to=5).total == rounded
    assert publish(of_channels(post=15), round_to=10).total == 20


def test_nothing_that_was_done_is_shown_as_nought():
    assert publish(of_channels(post=25), round_to=100).is_empty
    release = publish(of_channels(post=25, fax=70, email=420), round_to=100)
    assert (release.threshold, release.total) == (50, 500)
    assert release.by("channel") == {("email",): 400, ("fax",): None, ("post",): None}
    assert "fewer than 50 people" in str(release.notes[0])
    assert publish(of_channels(post=25), round_to=50).total == 50


def test_a_table_that_contradicts_its_sums_is_refused_with_all_of_them():
    tables = {
        BOTH: {("post", "DE"): 5, ("post", "US"): None, ("fax", "DE"): 20},
        ("channel",): {("post",): 4, ("fax",): 20},
        ("country",): {("DE",): 25, ("US",): None, (None,): 3},
        (): {(): 999},
    }
    with pytest.raises(InvalidValue) as caught:
        Release(BOTH, threshold=10, tables=tables)
    assert [str(problem).partition(";")[0] for problem in caught.value.problems] == [
        "the number of not said is 3, but by channel it adds up to 0 at tables[('country',)]",
        "the number of post is 4, but by country it adds up to at least 5 at tables[('channel',)]",
        "the total is 999, but by channel it adds up to 24 at tables[()]",
    ]
    assert {problem.way_out for problem in caught.value.problems} == {
        "take the release again as it was written, or publish again"
    }


def test_rounded_numbers_may_add_up_as_far_as_rounding_goes_and_no_further():
    def release(total):
        tables = {("channel",): {("post",): 20, ("fax",): 20}, (): {(): total}}
        return Release(["channel"], threshold=10, tables=tables, round_to=10)

    assert [release(total).total for total in (30, 40, 50)] == [30, 40, 50]  # of 15 to 24 each, 30 to 48 together
    for total in (20, 60):
        with pytest.raises(InvalidValue, match=r"the total is .*, but by channel it adds up to 30 to 48"):
            release(total)


def test_tallies_are_published_by_the_facets_asked_for_totals_by_theirs():
    reports = [ActionReport(str(n), "UA 82/20", channel="post", on=date(2020, 5, 25)) for n in range(12)]
    assert publish(tally(reports)).tables == {(): {(): 12}}
    assert publish(tally(reports), ["channel"]).by("channel") == {("post",): 12}
    assert publish(tally(reports).totals("channel", "country"), "channel").facets == ("channel",)
    assert publish(tally(reports).totals("channel")).facets == ("channel",)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"counted": 5}, "5 is not a Tally or FrameTally or Totals at counted"),
        ({"before": [5]}, r"5 is not a Release at before\[0\]"),
        ({"before": 5}, "5 is no collection of Release at before"),
        ({"by": ["chanel"]}, "cannot publish by 'chanel'; did you mean 'channel'"),
        ({"by": ["channel", "channel"]}, "the facet 'channel' stands there twice at by"),
        ({"threshold": 1}, "threshold is 1, not a whole number from 2 on"),
        ({"round_to": 1.5}, "round_to is 1.5, not a whole number from 2 on"),
        (
            {"before": [publish(totals(CELLS))]},
            r"by channel, country, .* at before\[0\]; publish by channel, country again, or by channel only",
        ),
    ],
)
def test_what_cannot_be_published_is_refused(wrong, told):
    with pytest.raises(InvalidValue, match=told):
        publish(**{"counted": of_channels(post=20)} | wrong)


def test_a_release_is_equal_by_what_it_publishes_and_travels_whole():
    release = publish(totals(CELLS))
    again = pickle.loads(pickle.dumps(release))
    assert again == release == copy.deepcopy(release) == attrs.evolve(release, kept=None, reasons={})
    assert hash(again) == hash(release)
    assert again.kept == release.kept
    assert release != publish(totals(CELLS), threshold=11)
    assert release != 5


@pytest.mark.parametrize(
    "wrong",
    [
        {"facets": ["channel", "channel"]},
        {"tables": 5},
        {"tables": {("channel",): {}}},
        {"tables": {("channel",): {("post", "US"): 5}, (): {}}},
        {"tables": {("channel",): {("post",): -5}, (): {}}},
        {"tables": {("channel",): {5: 5}, (): {}}},
        {"threshold": "10"},
        {"round_to": "5"},
    ],
    ids=str,
)
def test_a_release_that_cannot_be_is_refused(wrong):
    said = {"facets": ["channel"], "threshold": 10, "tables": {("channel",): {("post",): 12}, (): {(): 12}}} | wrong
    with pytest.raises(InvalidValue):
        Release(said.pop("facets"), **said)


def test_a_notebook_shows_three_dots_for_what_is_withheld():
    html = publish(totals(CELLS))._repr_html_()
    assert html.count("...") == 4
    assert "<caption" in html
    assert "685" in html
    assert "3<" not in html.replace("43<", "")


def test_what_is_published_of_one_value_is_its_rows_by_the_other_facets():
    release = publish(totals(CELLS), round_to=5)
    of_germany = release.only("country", "DE")
    assert (of_germany.facets, of_germany.total, of_germany.round_to) == (("channel",), 45, 5)
    assert of_germany.by("channel") == {("fax",): None, ("post",): None}
    assert (of_germany.kept, of_germany.reasons) == (None, {})
    assert release.only("country", "FR").by("channel") == {("email",): 10}
    assert release.only("country", "AT").total == 0
    assert publish(of_channels(post=3)).only("channel", "post").is_empty
    with pytest.raises(InvalidValue, match="the release is not by 'contry'; did you mean 'country'"):
        release.only("contry", "DE")


def test_an_unknown_facet_of_a_release_is_refused_with_the_nearest_one():
    with pytest.raises(InvalidValue, match="did you mean 'channel'"):
        publish(totals(CELLS)).by("chanel")


def test_a_set_is_parted_in_all_ways():
    assert [len(partitions(tuple(range(size)))) for size in range(5)] == [1, 1, 2, 5, 15]  # Bell's numbers


def test_a_move_changes_only_the_places_that_it_says():
    place, other = ("post", "DE", "en"), ("fax", "US", "fr")
    for move in [*moves_between(place, other), swap(place, other)]:
        change = {}
        for sign, cells in ((1, move.gains), (-1, move.losses)):
            for cell in cells:
                for number in range(8):
                    at = tuple(... if number >> n & 1 else value for n, value in enumerate(cell))
                    change[at] = change.get(at, 0) + sign
        assert {at for at, by in change.items() if by} == move.changed
        assert change[place] == 1
