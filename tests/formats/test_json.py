import json
from datetime import date

import pytest
from formats.documents import NOUNS
from hypothesis import given
from hypothesis import strategies as st

from urgent_actions.action_report import ActionReport
from urgent_actions.case import Case, Subject
from urgent_actions.contact_channel import ContactChannel
from urgent_actions.errors import InvalidData, InvalidValue
from urgent_actions.formats.json import DOCUMENTS, from_json, to_json
from urgent_actions.rules.rule import Rule
from urgent_actions.rules.rulebook import RuleBook
from urgent_actions.sender import Sender
from urgent_actions.target import Target
from urgent_actions.values.deadline import Deadline
from urgent_actions.values.phone_number import PhoneNumber
from urgent_actions.values.postal_address import PostalAddress
from urgent_actions.values.source import Source
from urgent_actions.values.text import Message
from urgent_actions.values.window import Window

of_every_kind = pytest.mark.parametrize("kind", NOUNS, ids=lambda kind: kind.__name__)


def case_of(**fields):
    """The text of a document with a case that has these fields."""
    return json.dumps({"urgent_actions": 1, "case": {"reference": "UA 82/20", **fields}})


def told(text, kind=Case):
    """What is told of a text that is refused."""
    with pytest.raises(InvalidData) as caught:
        from_json(text, kind)
    return [str(problem) for problem in caught.value.problems]


def with_channel(**fields):
    return case_of(targets=[{"id": "post", "kind": "official", "office": "Post", "channels": [fields]}])


@of_every_kind
@given(data=st.data())
def test_what_is_written_is_read_back(kind, data):
    noun = data.draw(NOUNS[kind])
    text = to_json(noun)
    again = from_json(text, kind)
    assert again == noun
    assert to_json(again) == text
    assert from_json(to_json(noun, indent=2).encode(), kind) == noun


@pytest.mark.parametrize("kind", [ActionReport, Case, Rule], ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_nothing_is_written_that_says_nothing(kind, data):
    def held(inner):
        yield inner
        for part in inner.values() if isinstance(inner, dict) else inner if isinstance(inner, list) else ():
            yield from held(part)

    document = json.loads(to_json(data.draw(NOUNS[kind])))
    (noun,) = (inner for key, inner in document.items() if key != "urgent_actions")
    tables = [inner for inner in held(noun) if isinstance(inner, dict)]
    assert not [inner for table in tables for inner in table.values() if inner in (None, False, [], {}) and inner != 0]


def test_a_document_is_small_and_says_its_version_and_its_noun():
    case = Case(
        "UA 82/20",
        country="RU",
        subjects=[Subject("Konstantin Kotov")],
        deadline=Deadline("2020-07", firm=True),
        targets=[
            Target(
                "embassy",
                "embassy",
                organisation="Embassy of the Russian Federation",
                accredited_to="US",
                channels=[
                    ContactChannel("phone", PhoneNumber("+12022985700")),
                    ContactChannel("post", PostalAddress(["2650 Wisconsin Ave. NW", "Washington DC 20007"])),
                    ContactChannel.withheld("email", "[email protected]"),
                ],
            )
        ],
    )
    assert json.loads(to_json(case)) == {
        "urgent_actions": 1,
        "case": {
            "reference": "UA 82/20",
            "edition": {"kind": "first", "language": "en"},
            "country": "RU",
            "subjects": [{"name": "Konstantin Kotov"}],
            "deadline": "2020-07!",
            "status": "open",
            "targets": [
                {
                    "id": "embassy",
                    "kind": "embassy",
                    "organisation": "Embassy of the Russian Federation",
                    "accredited_to": "US",
                    "channels": [
                        {"kind": "phone", "address": "+12022985700", "state": "known"},
                        {
                            "kind": "post",
                            "address": ["2650 Wisconsin Ave. NW", "Washington DC 20007"],
                            "state": "known",
                        },
                        {"kind": "email", "state": "withheld", "printed": "[email protected]"},
                    ],
                }
            ],
        },
    }


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (case_of(tittle="x"), ["unknown key 'tittle' at case; did you mean 'title'?"]),
        ('{"urgent_actions":1,"case":{}}', ["missing key 'reference' at case"]),
        (case_of(title=3), ["expected a string, got a whole number at case.title; put it in quotes"]),
        (case_of(title=True), ["expected a string, got true or false at case.title"]),
        (case_of(reference=None), ["expected a string, got null at case.reference; leave the key out"]),
        (case_of(reference="82/20"), ["'82/20' is not how it is spelt here at case.reference; write it as 'UA 82/20'"]),
        (case_of(country="ru"), ["'ru' is not how it is spelt here at case.country; write it as 'RU'"]),
        (case_of(status="opne"), ["unknown case status 'opne' at case.status; did you mean 'open'?"]),
        (case_of(status=["open"]), ["expected a string, got a list at case.status"]),
        (case_of(demands="Free him"), ["expected a list, got a string at case.demands; put it in brackets"]),
        (case_of(demands={}), ["expected a list, got a table of keys at case.demands; put it in brackets"]),
        (case_of(demands=None), ["expected a list, got null at case.demands; leave the key out"]),
        (case_of(demands=["a", None]), ["expected a string, got null at case.demands[1]; leave the key out"]),
        (case_of(edition=[]), ["expected a table of keys, got a list at case.edition"]),
        (case_of(edition=[{}]), ["expected a table of keys, got a list at case.edition; remove the brackets"]),
        (
            case_of(edition={"ordinal": "2"}),
            ["expected a whole number, got a string at case.edition.ordinal; remove the quotes"],
        ),
        (case_of(edition={"ordinal": True}), ["expected a whole number, got true or false at case.edition.ordinal"]),
        (case_of(edition={"ordinal": 2.0}), ["expected a whole number, got a fraction at case.edition.ordinal"]),
        (
            case_of(edition={"ordinal": 10**30}),
            [
                f"ordinal {10**30} is not a whole number from 1 to 999 at case.edition.ordinal;"
                " count the first document as 1"
            ],
        ),
        (
            case_of(edition={"issued": "2020-11-31"}),
            ["there is no date 2020-11-31 at case.edition.issued; write it as 2020-05-20"],
        ),
        (
            case_of(targets=[{"id": "a", "kind": "official", "name": "A", "copy": "no"}]),
            ["expected true or false, got a string at case.targets[0].copy"],
        ),
        (
            case_of(targets=[{"id": "a", "kind": "official", "name": "A", "salutation": "Dear A"}]),
            ["expected a table of keys, got a string at case.targets[0].salutation"],
        ),
        (
            case_of(targets=[{"id": "a", "kind": "official", "name": "A", "salutation": {"en": 1, "xq": "A"}}]),
            [
                "expected a string, got a whole number at case.targets[0].salutation.en; put it in quotes",
                "unknown language 'xq' at case.targets[0].salutation.xq;"
                " expected a tag of BCP 47 such as 'es', 'pt-BR' or 'zh-Hant'",
            ],
        ),
        (
            case_of(letter={"texts": [{"language": "en", "body": "Dear\n{sender.__class__}"}]}),
            [
                "unknown blank '{sender.__class__}' in line 2 of the text at case.letter.texts[0].body;"
                " did you mean 'sender_address'?"
            ],
        ),
        (
            with_channel(kind="email", address="nobody"),
            [
                "cannot read 'nobody' as an address at case.targets[0].channels[0].address; write post as a list of"
                " lines, e-mail as name@example.org, a number as +12022985700, a link as https://example.org,"
                " an account as @name"
            ],
        ),
        (
            with_channel(kind="email", address="@nobody"),
            ["Handle(name='nobody') is no address for email at case.targets[0].channels[0].address;"
             " give a EmailAddress"],
        ),
        (
            with_channel(kind="post", address=["a", 1]),
            ["expected a string, got a whole number at case.targets[0].channels[0].address; put it in quotes"],
        ),
        (
            with_channel(kind="post", address=1),
            ["expected a string, got a whole number at case.targets[0].channels[0].address; put it in quotes"],
        ),
    ],
)  # fmt: skip
def test_what_is_not_exactly_right_is_refused_with_its_path(text, problems):
    assert told(text) == problems


def test_all_that_is_wrong_is_told_at_once():
    text = case_of(
        tittle="x", country=3, targets=[{"id": "a", "kind": "official"}, {"kind": "offical", "channels": [{}]}]
    )
    assert told(text) == [
        "unknown key 'tittle' at case; did you mean 'title'?",
        "expected a string, got a whole number at case.country; put it in quotes",
        "a target needs a name, an office or an organisation at case.targets[0].name",
        "missing key 'id' at case.targets[1]",
        "unknown target kind 'offical' at case.targets[1].kind; did you mean 'official'?",
        "missing key 'kind' at case.targets[1].channels[0]",
    ]


def test_an_unknown_key_does_not_hide_what_is_wrong_with_the_whole():
    assert told(case_of(tittle="x", ended_on="2020-06-01")) == [
        "unknown key 'tittle' at case; did you mean 'title'?",
        "the case is open, and ended on 2020-06-01 at case.ended_on; set status to 'ended', or leave ended_on out",
    ]


@pytest.mark.parametrize(
    ("reason", "problem"),
    [
        ({"txt": {"en": "x"}}, "unknown tag 'txt' at rule.reason; did you mean 'text'?"),
        ({"voice": {"en": "x"}}, "unknown tag 'voice' at rule.reason; expected one of message, text"),
        ({}, "expected one tag, got 0 at rule.reason; give one of message, text"),
        ({"text": {"en": "x"}, "message": {}}, "expected one tag, got 2 at rule.reason; give one of message, text"),
        ("x", "expected a table of keys, got a string at rule.reason"),
        ({"text": {}}, "a text needs words in at least one language at rule.reason.text"),
        ({"message": {"msgid": "{a}"}}, "no value for the blank {a} in '{a}' at rule.reason.message"),
        (
            {"message": {"msgid": "x", "values": []}},
            "expected a table of keys, got a list at rule.reason.message.values",
        ),
        (
            {"message": {"msgid": "{a}", "values": {"a": {"place": "RU"}}}},
            "unknown tag 'place' at rule.reason.message.values.a;"
            " expected one of country, date, day, hours, language, list, message, text",
        ),
        (
            {"message": {"msgid": "{a}", "values": {"a": {"day": "2020-05"}}}},
            "'2020-05' names no day at rule.reason.message.values.a.day; write it as 2020-05-20",
        ),
        (
            {"message": {"msgid": "{a}", "values": {"a": {"list": {"items": ["x"], "joint": "nor"}}}}},
            "unknown word 'nor' at rule.reason.message.values.a.list.joint; did you mean 'or'?",
        ),
        (
            {"message": {"msgid": "{a}", "values": {"a": {"list": {"items": ["x"], "joint": 1}}}}},
            "expected a string, got a whole number at rule.reason.message.values.a.list.joint; put it in quotes",
        ),
    ],
)
def test_a_reason_says_by_a_tag_what_it_is(reason, problem):
    rule = {"id": "x", "effect": "note", "reason": reason, "source": {"title": "x"}}
    assert told(json.dumps({"urgent_actions": 1, "rule": rule}), Rule) == [problem]


def test_an_item_of_a_set_stands_once():
    rule = {"id": "x", "effect": "note", "reason": {"text": {"en": "x"}}, "source": {"title": "x"}}
    text = json.dumps({"urgent_actions": 1, "rule": rule | {"when": {"countries": ["RU", "BY", "RU"]}}})
    assert told(text, Rule) == ["'RU' stands twice at rule.when.countries[2]; keep one"]


def test_two_rules_of_a_book_under_one_id_are_refused():
    rules = [
        {"id": "x", "effect": effect, "reason": {"text": {"en": "x"}}, "source": {"title": "x"}}
        for effect in ("note", "close")
    ]
    text = json.dumps({"urgent_actions": 1, "rule_book": {"rules": rules}})
    assert told(text, RuleBook) == [
        "two different rules have the id 'x' at rule_book.rules; give one of them another id, or the next edition"
    ]


def test_null_stands_for_a_field_left_out_where_that_may_be():
    assert from_json(case_of(title=None, country=None), Case) == Case("UA 82/20")


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("[]", ["expected a table of keys, got a list"]),
        ("null", ["expected a table of keys, got null"]),
        ("{}", ["the document has no version under the key 'urgent_actions'; only version 1 can be read"]),
        ('{"urgent_actions":2,"csae":0}', ["the document has version 2; only version 1 can be read"]),
        (
            '{"urgent_actions":true,"case":{}}',
            ["the document has no version under the key 'urgent_actions'; only version 1 can be read"],
        ),
        (
            '{"urgent_actions":1,"csae":{}}',
            ["missing key 'case'", "unknown key 'csae'; did you mean 'case'?"],
        ),
        ('{"urgent_actions":1,"case":[]}', ["expected a table of keys, got a list at case"]),
    ],
)
def test_another_version_or_noun_is_told_apart(text, problems):
    assert [problem.replace("; leave the key out", "") for problem in told(text)] == problems


def test_a_message_nested_beyond_reason_is_refused():
    depth = 300
    nested = '{"msgid":"{a}","values":{"a":{"message":' * depth + '{"msgid":"x"}' + "}}}" * depth
    rule = f'{{"id":"x","effect":"note","source":{{"title":"x"}},"reason":{{"message":{nested}}}}}'
    (problem,) = told(f'{{"urgent_actions":1,"rule":{rule}}}', Rule)
    assert problem.startswith(("it is nested too deeply at rule.reason", "the JSON is nested too deeply"))


def test_a_sender_leaves_only_as_a_profile():
    sender = Sender("US", ["en"], ties={"RU"}, name="Ada Example", address="1 Sample Street")
    with pytest.raises(InvalidValue) as caught:
        to_json(sender)
    assert [problem.code for problem in caught.value.problems] == ["personal-data"] * 2
    assert "Ada" not in str(caught.value)
    assert "Sample" not in str(caught.value)
    assert json.loads(to_json(sender.profile))["sender"] == {"country": "US", "languages": ["en"], "ties": ["RU"]}


def test_a_name_does_not_come_in_with_a_sender():
    text = '{"urgent_actions":1,"sender":{"country":"US","name":"Ada Example"}}'
    assert told(text, Sender) == [
        "key 'name' has no place here at sender; take it out before anybody stores it or passes it on"
    ]


@pytest.mark.parametrize("noun", [3, Window(), "UA 82/20", Case])
def test_what_is_no_noun_has_no_document(noun):
    with pytest.raises(InvalidValue, match="no document holds a") as caught:
        to_json(noun)
    assert "ActionReport, Case" in caught.value.problems[0].way_out
    with pytest.raises(InvalidValue, match="no document holds a Window"):
        from_json("{}", Window)


def test_every_noun_has_a_key_of_its_own():
    assert DOCUMENTS[ActionReport] == "action_report"
    assert DOCUMENTS[RuleBook] == "rule_book"
    assert set(DOCUMENTS) == set(NOUNS)
    assert len(set(DOCUMENTS.values())) == len(DOCUMENTS)


def test_a_reason_with_a_value_that_no_document_has_is_not_written():
    class Shout:
        def say(self, locale):
            return "!"

    rule = Rule("x", "note", reason=Message("{a}", {"a": Shout()}), source=Source("x"))
    with pytest.raises(InvalidValue, match="a Shout cannot be written here"):
        to_json(rule)


def test_half_a_character_is_not_written():
    with pytest.raises(InvalidData) as caught:
        to_json(Case("UA 82/20", title="\ud800"))
    assert [problem.where for problem in caught.value.problems] == ["case.title"]


def test_a_report_is_read_as_it_was_meant():
    report = ActionReport("r-1", "UA 82/20", channel="post", on=date(2020, 5, 25))
    assert to_json(report) == (
        '{"urgent_actions":1,"action_report":{"id":"r-1","case":"UA 82/20","channel":"post","on":"2020-05-25",'
        '"count":1,"basis":"self-reported"}}'
    )
    assert from_json(to_json(report), ActionReport) == report
