from datetime import date, datetime

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kotov import EMBASSY, PROSECUTOR, kotov

from urgent_actions.action_report import MOST, ActionReport
from urgent_actions.case import Case
from urgent_actions.errors import InvalidReport, InvalidValue
from urgent_actions.testing.strategies.nouns import reports
from urgent_actions.values.channel_kind import ChannelKind

MAY_25 = date(2020, 5, 25)
FREE_TEXT = "Ada Example, 1 Long Street; writes on behalf of her mother"
TOKEN = "f" * 32


def report(**changed):
    said = {"id": "r-1", "case": "UA 82/20", "channel": "post", "on": MAY_25, "target": EMBASSY} | changed
    return ActionReport(said.pop("id"), said.pop("case"), **said)


def misfits(made, case=None, on=MAY_25):
    with pytest.raises(InvalidReport) as caught:
        made.check(case or kotov(), on)
    return [str(problem) for problem in caught.value.problems]


def test_a_report_that_fits_its_case_and_day_is_taken():
    report().check(kotov(), MAY_25)
    report(target=None, channel="instagram").check(kotov(), MAY_25)
    report(on=date(2020, 5, 20)).check(kotov(), MAY_25)


@pytest.mark.parametrize("count", [0, -1, 10**9, MOST + 1, 1.0, True, "3", None])
def test_a_count_is_a_whole_number_from_one_to_a_million(count):
    with pytest.raises(InvalidValue) as caught:
        report(count=count)
    assert str(caught.value).startswith(f"count {count!r} is not a whole number from 1 to 1000000 at count; leave out")


def test_the_ends_of_what_may_be_counted():
    assert (report(count=1).count, report(count=MOST).count) == (1, 1_000_000)


@pytest.mark.parametrize(
    "field", [field.name for field in attrs.fields(ActionReport) if field.name not in {"on", "count"}]
)
def test_no_field_holds_free_text(field):
    with pytest.raises(InvalidValue):
        report(**{field: FREE_TEXT})


@pytest.mark.parametrize("field", ["id", "target", "supporter"])
def test_no_field_is_long(field):
    with pytest.raises(InvalidValue):
        report(**{field: "a" * 101})


def test_what_was_given_for_a_token_is_never_told():
    with pytest.raises(InvalidValue) as caught:
        report(supporter="ada@example.org")
    assert "ada" not in str(caught.value)


@given(reports(), st.characters(exclude_categories=("L", "N")))
def test_a_token_has_no_room_for_words(made, sign):
    if sign not in "_=-":
        with pytest.raises(InvalidValue):
            attrs.evolve(made, supporter=f"{TOKEN}{sign}")


@pytest.mark.parametrize("on", [datetime(2020, 5, 25, 12), "2020-05-25", None])
def test_a_day_is_a_day(on):
    with pytest.raises(InvalidValue, match=r"is not a day at on; give a datetime\.date"):
        report(on=on)


@pytest.mark.parametrize(
    ("made", "told"),
    [
        ({"on": date(2020, 5, 26)}, "the report is of 2020-05-26, after 2020-05-25 at on; report it when it is done"),
        ({"on": date(2020, 5, 19)}, "the report is of 2020-05-19, before UA 82/20 was issued on 2020-05-20 at on"),
        ({"case": "UA 83/20"}, "the report is for UA 83/20, the case is UA 82/20 at case"),
        (
            {"target": "embassy-of-the-russian-federatoin"},
            f"UA 82/20 has no target 'embassy-of-the-russian-federatoin' at target; did you mean '{EMBASSY}'?",
        ),
        (
            {"channel": "tiktok"},
            f"{EMBASSY} has no channel 'tiktok' at channel; it has email, facebook, fax, instagram,"
            " phone, post, twitter",
        ),
        (
            {"target": PROSECUTOR, "channel": "phone"},
            f"{PROSECUTOR} has no channel 'phone' at channel; it has email, form, post",
        ),
    ],
)
def test_a_report_of_what_cannot_have_been_done_is_refused(made, told):
    assert misfits(report(**made)) == [told]


def test_all_that_does_not_fit_is_told_at_once():
    wrong = report(on=date(2021, 1, 1), case="UA 83/20", channel="tiktok")
    assert len(misfits(wrong)) == 3


def test_a_case_without_targets_knows_none():
    assert misfits(report(), Case("UA 82/20")) == [f"UA 82/20 has no target '{EMBASSY}' at target"]


@given(reports())
def test_a_report_is_taken_just_if_its_target_has_the_channel_on_a_day_of_the_case(made):
    case = kotov()
    made = attrs.evolve(made, case=case.reference, target=EMBASSY)
    fits = made.on >= case.issued.earliest and bool(case.target(EMBASSY).by(made.channel)) and made.on <= MAY_25
    try:
        made.check(case, MAY_25)
    except InvalidReport:
        assert not fits
    else:
        assert fits


def test_all_that_is_wrong_with_a_report_is_told_at_once():
    with pytest.raises(InvalidValue) as caught:
        report(id="", on=None, count=0, target="?", supporter="?")
    assert [problem.where for problem in caught.value.problems] == ["id", "on", "count", "target", "supporter"]


def test_every_kind_of_channel_can_be_reported():
    assert {report(channel=str(kind)).channel for kind in ChannelKind} == {*ChannelKind}


def test_a_channel_that_no_target_has_cannot_have_been_used():
    assert misfits(report(target=None, channel="tiktok")) == ["no target of UA 82/20 has a channel 'tiktok' at channel"]


def test_a_token_is_not_shown():
    assert TOKEN not in repr(report(supporter=TOKEN))
