"""Tables of supporters to tables of letters: one row for each row, and no row lost."""

import pickle
import subprocess
import sys
from datetime import date

import attrs
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kotov import EMBASSY, PROSECUTOR, kotov

from urgent_actions import (
    Case,
    InvalidData,
    InvalidValue,
    LetterTemplate,
    LetterWriter,
    MissingExtra,
    PreparedCase,
    Sender,
    TemplateText,
    letters_in_batches,
    write_letter,
)
from urgent_actions.letters.letter_batches import LETTER_COLUMNS, ROWS_AT_ONCE

DAY = date(2020, 5, 25)


def writer(target=EMBASSY, body=None):
    template = body and LetterTemplate(TemplateText("en", body))
    return LetterWriter.of(kotov(), target, on=DAY, template=template)


def written(columns, write=None):
    return (write or letters_in_batches(writer()))(pa.table(columns)).to_pylist()


def test_each_row_gives_the_letter_of_its_sender():
    who = {"name": "Ada Example", "address": "1 Example Road\nSpringfield"}
    (row,) = written({"id": [7], "country": ["US"], **{name: [cell] for name, cell in who.items()}})
    letter = write_letter(kotov(), EMBASSY, sender=Sender("US", **who), on=DAY)
    assert row == {
        "row": 0,
        "id": "7",
        "language": "en",
        "subject": letter.subject,
        "text": letter.text,
        "to": None,
        "care": None,
        "problems": None,
    }


def test_several_languages_stand_in_a_list_or_in_a_text():
    rows = written({"country": ["US", "US"], "languages": [["fr", "en"], None]})
    assert [row["problems"] for row in rows] == [None, None]
    (row,) = written({"country": ["Vereinigte Staaten"], "languages": ["français | en; Russian, de"], "ties": ["RU"]})
    assert row["problems"] is None


def test_a_row_that_cannot_be_read_is_told_with_all_that_is_wrong_and_the_others_are_written():
    rows = written({"country": ["US", "Zz", None], "languages": ["en", "xx", ""], "name": ["Ada", "Bea", "Cy"]})
    assert [row["row"] for row in rows] == [0, 1, 2]
    assert rows[0]["problems"] is None
    assert [problem.partition(";")[0] for problem in rows[1]["problems"]] == [
        "unknown country 'ZZ' at country",
        "unknown language 'xx' at languages",
    ]
    assert rows[2]["problems"] == ["no country at country; say from where it is written"]
    assert rows[1]["text"] is rows[2]["text"] is None


def test_a_row_that_leaves_a_blank_is_told():
    write = letters_in_batches(writer(body="I, {sender_name}"))
    rows = written({"country": ["US", "US"], "name": [None, "Ada"]}, write)
    assert rows[0]["problems"] == ["nothing fills {sender_name} at sender_name; give the sender a name"]
    assert "I, Ada" in rows[1]["text"]


def test_no_problem_repeats_a_name_or_an_address():
    (row,) = written({"country": ["US"], "name": [17], "address": [["1 Secret Road"]], "own_words": [True]})
    assert row["problems"] == [f"the cell is no string at {name}" for name in ("name", "address", "own_words")]


def test_for_a_closed_channel_the_reasons_are_told_in_the_language_asked_for():
    write = letters_in_batches(writer(), by="post", locale="fr")
    open_here, closed_there = written({"country": ["US", "FR"]}, write)
    assert (open_here["to"], open_here["problems"]) == ("2650 Wisconsin Ave. NW\nWashington DC 20007", None)
    assert closed_there["text"] is closed_there["to"] is None
    assert closed_there["problems"][0].startswith("Cette ambassade")


def test_who_has_ties_gets_a_letter_and_is_told_to_take_care():
    (row,) = written({"country": ["US"], "ties": ["RU"]}, letters_in_batches(writer(), by="post"))
    assert row["text"]
    assert row["care"][0].startswith("You have ties to Russia")


def test_a_channel_that_the_target_does_not_have_is_told():
    (row,) = written({"country": ["US"]}, letters_in_batches(writer(PROSECUTOR), by="sms"))
    assert row["problems"] == ["Prosecutor General of the Russian Federation has no such channel: text message."]


def test_rules_about_another_case_are_refused():
    other = PreparedCase(attrs.evolve(kotov(), reference="UA 83/20"))
    with pytest.raises(InvalidValue, match=r"the letters are about UA 82/20, and the rules about UA 83/20"):
        letters_in_batches(writer(), by="post", prepared=other)
    with pytest.raises(InvalidValue, match="is not a LetterWriter"):
        letters_in_batches(Case("UA 82/20"))


def test_record_batches_stream_and_their_rows_are_counted_on():
    table = pa.table({"country": ["US"] * 7})
    batches = letters_in_batches(writer())(iter(table.to_batches(3)))
    assert next(batches).column("row").to_pylist() == [0, 1, 2]
    assert [batch.column("row").to_pylist() for batch in batches] == [[3, 4, 5], [6]]


def test_a_long_batch_is_cut_so_that_memory_stays_bounded():
    table = pa.table({"country": ["US"] * (ROWS_AT_ONCE + 1)})
    (long,) = table.to_batches()
    assert [batch.num_rows for batch in letters_in_batches(writer())(iter([long]))] == [ROWS_AT_ONCE, 1]


def test_an_empty_partition_gives_an_empty_table_of_the_same_columns():
    empty = letters_in_batches(writer())(pa.table({"country": pa.array([], pa.string())}))
    assert (empty.num_rows, empty.column_names) == (0, [*LETTER_COLUMNS])


SUPPORTERS = [
    {"id": 1, "country": "US", "languages": ["en", "ru"], "ties": None, "name": "Ada", "own_words": "Я пишу."},
    {"id": 2, "country": "FR", "languages": None, "ties": ["RU"], "name": None, "own_words": None},
    {"id": 3, "country": None, "languages": [], "ties": [], "name": "王小明", "own_words": ""},
]


def rows_of(frame):
    return frame.to_dicts() if isinstance(frame, pl.DataFrame) else pa.Table.from_pandas(frame).to_pylist()


@pytest.mark.parametrize(
    "make",
    [
        pl.DataFrame,
        lambda rows: pl.concat([pl.DataFrame(rows[:1]), pl.DataFrame(rows[1:])], how="vertical_relaxed", rechunk=False),
        pd.DataFrame,
        lambda rows: pd.DataFrame(rows).convert_dtypes(dtype_backend="pyarrow"),
    ],
    ids=["Polars", "Polars in chunks", "pandas", "pandas with Arrow"],
)
def test_a_frame_of_polars_or_pandas_gives_a_frame_of_its_kind_with_the_rows_of_arrow(make):
    write = letters_in_batches(writer(), by="post")
    supporters = make(SUPPORTERS)
    letters = write(supporters)
    assert type(letters) is type(supporters)
    assert rows_of(letters) == write(pa.Table.from_pylist(SUPPORTERS)).to_pylist()
    assert rows_of(letters)[1]["problems"][0].startswith("This embassy serves senders in the United States only")


def test_the_index_of_pandas_is_kept_and_what_it_has_for_nothing_is_nothing():
    frame = pd.DataFrame({"country": ["US", None, "US"], "name": [float("nan"), "Ada", pd.NA]}, index=[7, 9, 9])
    letters = letters_in_batches(writer())(frame)
    assert [*letters.index] == [7, 9, 9]
    assert [problems is None for problems in letters["problems"]] == [True, False, True]
    assert letters["text"].iloc[0].endswith("Yours sincerely,")


def test_cells_of_several_kinds_spoil_their_own_row_alone():
    frame = pd.DataFrame({"country": ["US", 5, None, "US"], "name": [3.5, "Ada", "Bea", "Cy \ud800"]})
    letters = letters_in_batches(writer())(frame)
    assert [problems and [*problems] for problems in letters["problems"]] == [
        ["the cell is no string at name"],
        ["the cell is no string at country"],
        ["no country at country; say from where it is written"],
        None,
    ]
    assert letters["text"].iloc[3].endswith("Cy \ufffd")


def test_frames_of_categories_are_read_as_their_words():
    for frame in (
        pl.DataFrame({"country": ["US"]}, schema={"country": pl.Categorical}),
        pd.DataFrame({"country": pd.Categorical(["US"])}),
    ):
        assert rows_of(letters_in_batches(writer())(frame))[0]["problems"] is None


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (
            pl.LazyFrame({"country": ["US"]}),
            "the rows of a LazyFrame are not at hand; give a frame of pandas or Polars",
        ),
        ({"country": ["US"]}, "the rows of a dict are not at hand"),
        ([{"country": "US"}], "the rows of a dict are not at hand"),
        (pa.record_batch({"country": ["US"]}), "the rows of a RecordBatch are not at hand"),
        (pd.DataFrame([["US"]]), "unknown column '0'"),
        (pd.DataFrame([["US", "FR"]], columns=["country", "country"]), "two columns of one name; keep one"),
        (pa.table([["US"], ["FR"]], names=["country", "country"]).to_batches(), "two columns 'country'; keep one"),
    ],
)
def test_what_is_no_table_of_supporters_is_refused(given, told):
    with pytest.raises((InvalidData, InvalidValue)) as caught:
        [*letters_in_batches(writer())(given)]
    assert str(caught.value).startswith(told)


def test_columns_that_no_supporter_has_are_all_refused():
    with pytest.raises(InvalidData) as caught:
        written({"nmae": ["Ada"], "email": ["ada@example.org"]})
    assert [str(problem) for problem in caught.value.problems] == [
        "unknown column 'nmae'; did you mean 'name'?",
        "unknown column 'email'; expected one of address, affiliations, country, id, languages, name, own_words, ties",
        "missing column 'country'; say from where each supporter writes",
    ]


def test_what_writes_them_travels_without_what_it_remembers():
    write = letters_in_batches(writer(), by="post")
    columns = {"country": ["US", "DE"] * 50, "own_words": ["One.", None] * 50}
    rows = written(columns, write)
    travelled = pickle.dumps(write)
    assert b"One." not in travelled
    assert written(columns, pickle.loads(travelled)) == rows


NAMES = ("country", "languages", "name", "own_words")
CELLS = st.none() | st.sampled_from(["US", "ru", "France", "xx", "", " ", "en, fr", "\u202e", "=cmd()", "A" * 3000])
WRITE = letters_in_batches(writer())


@given(st.lists(st.fixed_dictionaries(dict.fromkeys(NAMES, CELLS)), max_size=5))
def test_there_are_as_many_rows_as_before_each_a_letter_or_a_reason(rows):
    table = pa.Table.from_pylist(rows, pa.schema([(name, pa.string()) for name in NAMES]))
    letters = WRITE(table).to_pylist()
    assert [row["row"] for row in letters] == list(range(len(rows)))
    assert all((row["text"] is None) != (row["problems"] is None) for row in letters)
    assert all("\u202e" not in (row["text"] or "") for row in letters)


def test_pyarrow_is_imported_where_it_is_used_alone():
    program = (
        "import sys; from urgent_actions import letters_in_batches, LetterWriter;"
        "print({'pyarrow', 'narwhals', 'pandas'} & {*sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_frames_are_reached_by_the_face_of_narwhals_that_stays_and_what_is_missing_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "narwhals.stable.v2", None)
    with pytest.raises(MissingExtra, match=r"writing letters from a data frame.*urgent-actions\[arrow\]"):
        WRITE(pa.table({"country": ["US"]}))
