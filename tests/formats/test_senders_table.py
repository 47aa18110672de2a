"""Tables of supporters: every row is there, as a sender or with all that is wrong with it and its line."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions import InvalidData, Language, Sender, read_senders


def rows_of(text):
    return list(read_senders(text.splitlines(keepends=True)))


def problems_of(text):
    return [str(problem) for row in rows_of(text) for problem in row.problems]


def test_a_row_is_a_sender():
    text = (
        "id,country,languages,ties,affiliations,name,address,own_words\n"
        '7,US,"en, fr",RU|BY,section-us;student,Ada Example,"1 Example Road\nSpringfield",I teach.\n'
    )
    (row,) = rows_of(text)
    assert (row.number, row.line, row.id) == (1, 2, "7")
    assert row.sender == Sender(
        "US",
        ["en", "fr"],
        ties=["RU", "BY"],
        affiliations=["section-us", "student"],
        name="Ada Example",
        address="1 Example Road\nSpringfield",
        own_words="I teach.",
    )


def test_a_line_of_json_is_a_sender_too():
    line = {"id": 7, "country": "Frankreich", "languages": ["fr", "en"], "name": "Ada", "ties": None}
    (row,) = rows_of(json.dumps(line) + "\n\n")
    assert (row.number, row.line, row.id) == (1, 1, "7")
    assert row.sender == Sender("FR", ["fr", "en"], name="Ada")


def test_semicolons_set_cells_apart_as_well_and_the_order_of_columns_is_free():
    (row,) = rows_of("\ufeffname;country;languages\nAda;DE;de|en\n")
    assert row.sender.languages == (Language("de"), Language("en"))


def test_what_is_guarded_against_a_spreadsheet_is_read_without_the_guard():
    (row,) = rows_of("country,own_words\nUS,'=1+1 is what they said\n")
    assert row.sender.own_words == "=1+1 is what they said"


def test_rows_are_told_with_their_lines_and_with_all_that_is_wrong():
    text = 'country,languages,name\nUS,en,"Ada\nExample"\nZZ,xx,Bea\n,,Cy\n\nUS,"en"x,Dee\nUS,en,Eve,more\nFR,fr,Flo\n'
    assert [(row.number, row.line, row.sender is not None) for row in rows_of(text)] == [
        (1, 2, True),
        (2, 4, False),
        (3, 5, False),
        (4, 7, False),
        (5, 8, False),
        (6, 9, True),
    ]
    assert [problem.partition(";")[0] for problem in problems_of(text)] == [
        "line 4: unknown country 'ZZ' at country",
        "line 4: unknown language 'xx' at languages",
        "line 5: no country at country",
        "line 7: the text is no CSV: ',' expected after '\"'",
        "line 8: the row has 4 cells, and the table 3 columns",
    ]


def test_bad_lines_of_json_are_told_and_the_others_are_read():
    text = '{"country":"US"}\n{"country":\n[1]\n{"land":"US"}\n{"country":"US","name":7}\n{"country":"US"}\n'
    assert [row.sender is not None for row in rows_of(text)] == [True, False, False, False, False, True]
    assert [problem.partition(";")[0].partition(": Ex")[0] for problem in problems_of(text)] == [
        "line 2: the text is no JSON: expecting value",
        "line 3: the line is no object of JSON",
        "line 4: unknown column 'land'",
        "line 4: missing column 'country'",
        "line 5: the cell is no string at name",
    ]


def test_bytes_that_are_not_utf8_spoil_their_row_alone():
    lines = [b"country,name\n", b"US,Ren\xe9\n", "US,René\n".encode()]
    first, second = read_senders(lines)
    assert [str(problem) for problem in first.problems] == [
        "line 2: bytes that are not UTF-8 at name; save the file as text in UTF-8"
    ]
    assert second.sender.name == "René"
    (json_row,) = read_senders([b'{"country":"US","name":"Ren\xe9"}\n'])
    assert json_row.problems[0].code == "not-utf8"


def test_a_heading_that_names_no_country_is_refused_with_all_its_columns():
    with pytest.raises(InvalidData) as caught:
        rows_of("contry,name,email\nUS,Ada,ada@example.org\n")
    assert [str(problem) for problem in caught.value.problems] == [
        "line 1: unknown column 'contry'; did you mean 'country'?",
        "line 1: unknown column 'email'; expected one of "
        "address, affiliations, country, id, languages, name, own_words, ties",
        "line 1: missing column 'country'; name the columns in the first row",
    ]


def test_a_cell_of_a_megabyte_is_told_and_does_not_stop_the_others():
    rows = rows_of(f"country,name\nUS,{'A' * 1_000_000}\nUS,Bea\n")
    assert [row.sender is not None for row in rows] == [False, True]
    assert "field larger than field limit" in str(rows[0].problems[0])


def test_a_quote_that_is_not_closed_tells_how_many_lines_it_takes_with_it():
    text = 'country,name\nUS,"Ada\nUS,Bea\nUS,Cy\n'
    assert problems_of(text) == [
        "line 2: the text is no CSV: unexpected end of data, so that 3 lines, up to line 4, were not read; "
        "close the quotation mark, or leave it out"
    ]
    assert [row.unread for row in rows_of(text)] == [3]


def test_the_lines_that_were_not_read_and_the_rows_that_were_are_all_lines_of_the_table():
    rows = rows_of(
        'country,name\nUS,Ada\nUS,"Bea\n' + "US,Cy Example of the long name\n" * 5_000 + 'US,"D"x\nUS,Eve,x\n'
    )
    unread = [row.unread for row in rows if row.unread]
    assert len(unread) == 2
    assert sum(row.unread or 1 for row in rows) == 5_004
    assert unread[0] > 4_000


@pytest.mark.parametrize("column", ["country", "languages", "ties", "affiliations"])
def test_what_is_too_long_to_be_a_name_is_not_looked_up_and_not_repeated(column):
    line = {"country": "US"} | {column: "A" * 1_000_000}
    assert problems_of(json.dumps(line) + "\n") == [
        f"line 1: 1000000 characters are too many at {column}; give at most 200"
    ]


def test_several_names_may_be_longer_together():
    (row,) = rows_of(f"country,languages\nUS,{'|'.join(['en', 'fr'] * 200)}\n")
    assert len(row.sender.languages) == 400


def test_an_empty_file_has_no_heading():
    with pytest.raises(InvalidData, match="missing column 'country'"):
        rows_of("")


def test_no_name_is_shown_by_a_row_or_told_in_a_problem():
    text = "country,languages,name\nUS,xx,Ada Secret\n"
    assert "Secret" not in repr(rows_of(text)) + "".join(problems_of(text))


@given(st.lists(st.lists(st.text(max_size=8), min_size=2, max_size=3), max_size=4))
def test_any_cells_give_senders_or_problems_and_nothing_else(table):
    lines = ["country,name\n"] + [",".join(cells) + "\n" for cells in table]
    for row in read_senders(lines):
        assert (row.sender is None) == bool(row.problems)
