import json
from contextlib import suppress
from pathlib import Path

import pytest
from formats.documents import NOUNS, spoilt
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from update_schemas import FOLDER, schema_files

from urgent_actions.case import Case
from urgent_actions.errors import InvalidData, InvalidValue
from urgent_actions.formats.json import DOCUMENTS, from_json, to_json
from urgent_actions.formats.schema import json_schema
from urgent_actions.values.window import Window

VALIDATORS = {kind: Draft202012Validator(json_schema(kind)) for kind in DOCUMENTS}
of_every_kind = pytest.mark.parametrize("kind", NOUNS, ids=lambda kind: kind.__name__)


@of_every_kind
def test_a_schema_is_one_of_json_schema_2020_12(kind):
    Draft202012Validator.check_schema(json_schema(kind))
    assert json_schema(kind)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@of_every_kind
@given(data=st.data())
def test_whatever_is_written_is_valid(kind, data):
    VALIDATORS[kind].validate(json.loads(to_json(data.draw(NOUNS[kind]))))


@of_every_kind
@given(data=st.data())
def test_what_is_spoilt_is_refused_at_least_where_the_schema_refuses_it_and_nothing_else_is_ever_raised(kind, data):
    document = data.draw(spoilt(json.loads(to_json(data.draw(NOUNS[kind])))))
    with suppress(InvalidData):
        noun = from_json(json.dumps(document), kind)
        VALIDATORS[kind].validate(document)
        assert from_json(to_json(noun), kind) == noun


@pytest.mark.parametrize(
    "case",
    [
        {},
        {"reference": "82/20"},
        {"reference": "UA 82/20", "tittle": "x"},
        {"reference": "UA 82/20", "country": "ru"},
        {"reference": "UA 82/20", "demands": "x"},
        {"reference": "UA 82/20", "status": None},
        {"reference": "UA 82/20", "edition": {"issued": "20 May 2020"}},
    ],
    ids=str,
)
def test_a_schema_alone_finds_what_has_the_wrong_form(case):
    assert not VALIDATORS[Case].is_valid({"urgent_actions": 1, "case": case})
    assert VALIDATORS[Case].is_valid({"urgent_actions": 1, "case": {"reference": "UA 82/20"}})


def test_a_schema_tells_what_each_field_means():
    fields = json_schema(Case)["$defs"]["Case"]["properties"]
    assert fields["deadline"]["description"] == "the last day for appeals, where there is one; none is ever assumed."
    assert "name" not in json_schema(next(kind for kind in DOCUMENTS if kind.__name__ == "Sender"))["$defs"]["Sender"]


def test_what_has_no_document_has_no_schema():
    with pytest.raises(InvalidValue, match="no document holds a Window"):
        json_schema(Window)


def test_the_published_schemas_are_those_of_the_classes():
    published = {path.name: path.read_text(encoding="utf-8") for path in Path(FOLDER).glob("*.json")}
    assert published == schema_files(), "bring them up to date with: python tests/update_schemas.py"
