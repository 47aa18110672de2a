import json
import sys
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.errors import InvalidData
from urgent_actions.formats import json_text
from urgent_actions.formats.json_text import dump_json, parse_json

whole_texts = st.text(st.characters(exclude_categories=["Cs"]))
plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | whole_texts,
    lambda inner: st.lists(inner) | st.dictionaries(whole_texts, inner),
)
jsonable = st.recursive(
    st.none() | st.booleans() | st.integers() | whole_texts,
    lambda inner: st.lists(inner) | st.dictionaries(whole_texts, inner),
)


@pytest.fixture(params=["orjson", "no orjson"], autouse=True)
def with_and_without_orjson(request):
    """Everything holds with orjson and without it."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "no orjson":
            patch.setitem(sys.modules, "orjson", None)
        json_text._orjson.cache_clear()
        yield
    json_text._orjson.cache_clear()


@given(plain, st.sampled_from([None, 1, 2]))
def test_what_is_json_is_read_as_the_standard_library_reads_it(data, indent):
    text = json.dumps(data, indent=indent)
    assert parse_json(text) == json.loads(text)
    assert parse_json(text.encode()) == json.loads(text)


@given(jsonable, st.sampled_from([None, 0, 2, 4]))
def test_what_is_written_is_what_the_standard_library_writes(data, indent):
    separators = (",", ":") if indent is None else (",", ": ")
    assert dump_json(data, indent) == json.dumps(data, ensure_ascii=False, indent=indent, separators=separators)


@given(st.text())
def test_any_text_is_read_or_refused(text):
    with suppress(InvalidData):
        assert parse_json(text) == json.loads(text.removeprefix("\ufeff"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "line 1: the text is no JSON: expecting value"),
        ('{"a": 1,\n}', "line 2: the text is no JSON: expecting property name enclosed in double quotes"),
        ('{"a":1}{"a":1}', "line 1: the text is no JSON: extra data"),
        ('{"a":{"b":1,"b":1}}', "key 'b' stands twice at a; keep one of the two"),
        ('[{"a":1},{"a":1,"b":2,"a":3,"b":2}]', "key 'a' stands twice at [1]; keep one of the two\n"
         "key 'b' stands twice at [1]; keep one of the two"),
        ('{"a":NaN}', "the text is no JSON: NaN is no number; leave the key out"),
        ('[-Infinity]', "the text is no JSON: -Infinity is no number; leave the key out"),
        (r'{"a":["b","\ud83d"]}', r"'\ud83d' holds half of a surrogate pair at a[1]"),
        ('["\udc00"]', r"'\udc00' holds half of a surrogate pair at [0]"),
        (r'{"\udc00":1}', r"key '\udc00' holds half of a surrogate pair"),
        ("[" * 100_000, "the JSON is nested too deeply"),
        ("1" * 5000, "the JSON has a number of thousands of digits"),
        (b'{"a":\n"\xff"}', "line 2: byte 8 is not UTF-8; save the file as UTF-8"),
        ('{"a":1}'.encode("utf-16"), "line 1: byte 1 is not UTF-8; save the file as UTF-8"),
    ],
    ids=lambda value: repr(value[:20]),
)  # fmt: skip
def test_what_programs_read_differently_is_refused(text, told):
    with pytest.raises(InvalidData) as caught:
        parse_json(text)
    assert str(caught.value) == told


@pytest.mark.parametrize("text", ['\ufeff{"a":1}', '\ufeff{"a":1}'.encode()])
def test_a_byte_order_mark_is_passed_over(text):
    assert parse_json(text) == {"a": 1}


def test_a_whole_pair_of_escapes_is_one_character():
    assert parse_json(r'"\ud83d\ude00"') == "😀"


def test_a_great_number_keeps_all_its_digits():
    assert parse_json(f"[{10**30}]") == [10**30]
    assert dump_json([10**30]) == f"[{10**30}]"


def test_half_a_character_is_not_written():
    with pytest.raises(InvalidData, match=r"holds half of a surrogate pair at a\[0\]"):
        dump_json({"a": ["\ud800"]})
