"""Subject lines that were published, as a careful reader states them, and the laws of reading one."""

import csv
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from urgent_actions.bulletins.read_subject_line import LONGEST, read_subject_line
from urgent_actions.testing.strategies.values import references
from urgent_actions.values.case_reference import CaseReference

# Every 24th line of an index of some six thousand, and every line whose words before the number come only once in it.
with (Path(__file__).parent / "fixtures" / "subject_lines.csv").open(encoding="utf-8", newline="") as table:
    PUBLISHED = list(csv.DictReader(table))
AMBIGUOUS = {"ua 155/12 on usa (issued 6/1/2012)", "ua 207/11 on mexico (correct date: 07/04/2011)"}


@pytest.mark.parametrize("row", PUBLISHED, ids=lambda row: row["subject"])
def test_a_published_line_is_read_as_a_careful_reader_reads_it(row):
    line = read_subject_line(row["subject"])
    read = {name: str(getattr(line, name) or "") for name in ("reference", "ordinal", "kind", "country", "issued")}
    expected = {name: row[name] for name in read}
    if row["subject"] in AMBIGUOUS:
        expected["issued"] = ""
    assert read == expected


WAYS = {
    "UA 82.20": "UA 82/20",
    "82/20": "UA 82/20",
    "UA: 82/20": "UA 82/20",
    "UA 067/21": "UA 67/21",
    "THIRD UA 60/16": "UA 60/16",
    "Second 12.24": "UA 12/24",
    "AU : 258/09": "UA 258/09",
    "EXTRA 71/92": "EXTRA 71/92",
    "EX#51/01": "EXTRA 51/01",
    "UA092/99": "UA 92/99",
    "UA-082/2020": "UA 82/20",
    "Stop action onUA 168/04": "UA 168/04",
    "UA # 134/04": "UA 134/04",
    "UA No. 12/02": "UA 12/02",
    "medical action 01/09": "MA 1/09",
    "UA: Cuba 122.19": "UA 122/19",
    "(Mexico: 108.23)": "UA 108/23",
    "Information complémentaire sur l’AU : 62/13": "UA 62/13",
    "Weitere Informationen zu UA-082/2020": "UA 82/20",
}


@pytest.mark.parametrize(("text", "reference"), WAYS.items())
def test_a_reference_is_understood_in_every_way_of_writing_it(text, reference):
    assert read_subject_line(text).reference == CaseReference.parse(reference)


@pytest.mark.parametrize(
    "text",
    ["untitled", "", "on call 24/70", "4/30/2012", "ASA 31/091/2003", "the 9/11 attacks", "avant le 3 au 25.12.20"],
)
def test_what_is_no_reference_is_not_taken_for_one(text):
    assert read_subject_line(text).reference is None


KINDS = {
    "UA 82/20": ("first", None),
    "First update to UA 82/20": ("update", 2),
    "2nd update to UA 82/20": ("update", 3),
    "update #2 to UA 82/20": ("update", 3),
    "Second UA 82/20": ("update", 2),
    "Third follow-up on UA 82/20": ("further information", 4),
    "Further information on UA 82/20": ("further information", None),
    "Correction to fourth update to UA 82/20": ("correction", 5),
    "UA 82/20 on Iran - corrected version": ("correction", None),
    "Re-issue of UA 82/20": ("reissue", None),
    "Stop action on UA 82/20": ("outcome", None),
    "Fifth and final update to UA 82/20": ("outcome", 6),
    "Urgent Action Victory! – A family is free (USA: UA 82/20)": ("outcome", None),
    "[UA 82/20 never issued]": ("withdrawn", None),
    "First woman to be hanged (Iran: UA 82/20)": ("first", None),
    "Sixty people held (Iran: UA 82/20)": ("first", None),
    "Victory Day arrests (Russia: UA 82/20)": ("first", None),
}


@pytest.mark.parametrize(("text", "said"), KINDS.items())
def test_kind_and_ordinal_are_what_the_line_calls_its_document(text, said):
    line = read_subject_line(text)
    assert (str(line.kind), line.ordinal) == said


PLACES = {
    "UA 1/20 on Israel/OPT/Egypt": ["IL", "PS", "EG"],
    "UA 1/20 on USA (Georgia)": ["US"],
    "UA 1/20 on usa-georgia": ["US"],
    "UA 1/20 on Georgia/Russian Federation": ["GE", "RU"],
    "UA 1/20 on Russian Federation: Chechnya": ["RU"],
    "UA 1/20 on north carolina": ["US"],
    "UA 1/20 on Colombian civilians - fear for safety": ["CO"],
    "UA 1/20 on women's rights defenders in Iran": ["IR"],
    "UA 1/20 - Jordan: Sami Example": ["JO"],
    "Jordan Example held (UA 1/20)": [],
    "Colombia: Guarantee safety (UA 1/20)": ["CO"],
    "Taiwan NGO worker held in China (China: UA 1/20)": ["CN"],
    "follow-up to usa/virginia on ex 70/00": ["US"],
    "Please join us (UA 1/20)": [],
    "UA 1/20 on Nigera": [],
}


@pytest.mark.parametrize(("text", "codes"), PLACES.items())
def test_countries_are_those_that_the_line_is_filed_under(text, codes):
    line = read_subject_line(text)
    assert [str(country) for country in line.countries] == codes
    assert line.country == (line.countries[0] if codes else None)


@pytest.mark.parametrize("name", ["Congo/Uganda", "Yugoslavia/Kosovo", "Serbia and Montenegro"])
def test_a_name_that_is_no_one_country_is_told_and_not_guessed(name):
    line = read_subject_line(f"UA 1/20 on {name}")
    assert line.country is None
    assert [remark.code for remark in line.diagnostics] == ["unclear-country"]


DATES = {
    "Second update to UA 114/12 on Syria (issued 19 February 2013)": "2013-02-19",
    "UA 141/13 on North Korea issued on (31 may 2013": "2013-05-31",
    "UA 1/11 on Oman (ua date 04/21/2011)": "2011-04-21",
    "UA 225/12 on Montenegro (issued july 27)": "2012-07-27",
    "UA 12/12 on Peru issued on 4 septmber 2012)": "2012-09-04",
    "UA: 229/14 Index: AMR 23/030/2014 Colombia Date: 11 September 2014 ATTACKS": "2014-09-11",
    "Update to UA 1/12 on Peru (issued 7 February)": None,
    "UA 1/12 on Peru (issued 6/1/2012)": None,
    "UA 1/12 on Peru (issued 31 February 2012)": None,
    "Free her by 4 May 2020 (Iran: UA 1/20)": None,
    "UA 1/11 on Iran (originally received 03/16/2011)": None,
}


@pytest.mark.parametrize(("text", "date"), DATES.items())
def test_the_date_is_the_day_of_this_document_or_nothing(text, date):
    assert str(read_subject_line(text).issued) == str(date)


def test_what_hangs_on_the_number_of_a_later_document_is_of_an_earlier_one():
    line = read_subject_line(
        "Further information on UA 324/91 (AMR 23/55/91, 2 October 1991) and follow-up (AMR 23/62/91, 23 October 1991)"
    )
    assert [(str(one.kind), str(one.index), str(one.issued)) for one in line.earlier] == [
        ("first", "AMR 23/055/1991", "1991-10-02"),
        ("further information", "AMR 23/062/1991", "1991-10-23"),
    ]
    assert (line.index, line.issued) == (None, None)


@pytest.mark.parametrize(
    ("text", "given", "meant"),
    [
        ("Seond update to UA 1/20", "Seond", "second"),
        ("Stop aciton on UA 1/20", "Stop aciton", "stop action"),
        ("UA 1/20 on Sauid Arabia", "Sauid Arabia", "Saudi Arabia"),
        ("UA 1/20 on Phillipines", "Phillipines", "Philippines"),
        ("UA 21209 Iraq", "UA 21209", "UA 212/09"),
        (r"UA 120\04 on USA", r"UA 120\04", "UA 120/04"),
    ],
)
def test_what_was_mended_is_told(text, given, meant):
    (remark,) = read_subject_line(text).diagnostics
    assert repr(given) in remark.what
    assert meant in remark.what
    assert text[remark.column - 1 :].startswith(given)


def test_the_other_cases_are_told_apart_from_its_own():
    line = read_subject_line("Stop action to UA 233/99 and EX 26/00 on Mexico")
    assert (str(line.reference), [str(other) for other in line.others]) == ("UA 233/99", ["EXTRA 26/00"])


PIECES = ["UA ", "1/20", " EUR 46/2345/", "1010", "2020", "99", "(", ")", ", ", "Second update to ", " on Iran", "May "]


@given(references(), st.sampled_from(["{}", "First update to {} on Iran", "Stop action: {}", "Title (Viet Nam: {})"]))
def test_what_a_reference_writes_is_found_in_any_line(reference, line):
    known = CaseReference("UA", reference.number, year=min(reference.year, 2069))
    assert read_subject_line(line.format(known)).reference == known


@given(st.text() | st.text("uaex 0123456789/.()-") | st.lists(st.sampled_from(PIECES)).map("".join))
@example("ua 1/07, EUR 46/2345/1010")
def test_no_text_is_too_odd_and_no_word_is_invented(text):
    line = read_subject_line(text)
    assert all(part in text for part in line.unread)


@given(st.lists(st.sampled_from(["first", "update", "UA 1/20", "12/02", "on", "Peru", "(", ")", "4 May 2020", "ray"])))
def test_a_word_that_no_list_knows_stays_unread(words):
    text = " ".join(words)
    read = " ".join(read_subject_line(text).unread)
    assert len(re.findall(r"\bray\b", read)) == len(re.findall(r"\bray\b", text))


@pytest.mark.parametrize(
    "part", ["UA 1/20 ", "(", "1", "/", "first ", "on ", "Peru/", "4 May 2020 ", "ex ", "a" * 60 + " "]
)
def test_a_line_without_end_is_read_as_far_as_headings_go(part):
    text = part * 20_000
    assert text[LONGEST:] in read_subject_line(text).unread
