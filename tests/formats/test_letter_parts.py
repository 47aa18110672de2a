"""Letters of many supporters as files: parts that do not depend on one another, and rows that are told."""

import json
from datetime import date
from email import message_from_bytes, policy
from io import BytesIO

import attrs
import pytest
from kotov import EMBASSY, PROSECUTOR, kotov
from pypdf import PdfReader

from urgent_actions import (
    ContactChannel,
    Country,
    EmailAddress,
    InvalidValue,
    LetterFile,
    LetterTemplate,
    LetterWriter,
    Mailing,
    Mission,
    MissionDirectory,
    PostalAddress,
    PreparedCase,
    Sender,
    SenderRow,
    Source,
    Target,
    TemplateText,
    letter_parts,
    letter_rows,
    mbox_entry,
    read_senders,
)
from urgent_actions.letters.email import Email

DAY = date(2020, 5, 25)
TABLE = """id,country,name,own_words
a,US,Ada Example,I teach.
b,DE,Bea Example,
c,ZZ,Cy Example,
d,US,Dee Example,
e,US,,I sing.
"""


def case():
    """The case, with an e-mail address that its public copy hides."""
    prosecutor, embassy = kotov().targets
    open_ways = (channel for channel in embassy.channels if channel.address)
    mail = ContactChannel("email", EmailAddress("embassy@example.org"))
    return attrs.evolve(kotov(), targets=(prosecutor, attrs.evolve(embassy, channels=(*open_ways, mail))))


def mailing(by, target=EMBASSY, **more):
    return Mailing.of(LetterWriter.of(case(), target, on=DAY, **more), by=by)


def parts(kind, by, *, text=TABLE, size=None, saved=None, **more):
    rows = read_senders(text.splitlines(keepends=True))
    given = {"saved": saved} if saved else {}
    return list(letter_parts(mailing(by, **more), rows, kind, size=size, **given))


def refused(part):
    reasons = [(row, [*map(str, row.because), *map(str, row.problems)]) for row in part.refused]
    return {row.row.id: [text.partition(";")[0] for text in texts] for row, texts in reasons}


def files(found):
    return [file for part in found for file in part.files]


NOT_FROM_GERMANY = "This embassy serves senders in the United States only"
REFUSED = {"b": [NOT_FROM_GERMANY], "c": ["line 4: unknown country 'ZZ' at country"]}


@pytest.mark.parametrize(("kind", "by"), [("eml", "email"), ("mbox", "email"), ("ndjson", "fax"), ("pdf", "post")])
def test_every_row_is_a_letter_or_is_told_with_its_reasons(kind, by):
    (part,) = parts(kind, by)
    assert (part.first, part.rows, part.written) == (1, 5, 3)
    assert refused(part) == REFUSED


def test_an_eml_file_holds_one_letter_as_a_draft():
    (part,) = parts("eml", "email")
    assert [name for name, _ in part.files] == ["000000001.eml", "000000004.eml", "000000005.eml"]
    message = message_from_bytes(part.files[0][1], policy=policy.default)
    assert (message["To"], message["X-Unsent"]) == ("embassy@example.org", "1")
    assert message["From"] is None, "the mail program of the sender fills it in"
    assert "I teach." in message.get_body(("plain",)).get_content()


def test_an_mbox_holds_the_letters_one_behind_the_other():
    (part,) = parts("mbox", "email")
    ((name, content),) = part.files
    writer = mailing("email").writer
    senders = [row.sender for row in read_senders(TABLE.splitlines(keepends=True)) if row.id in "ade"]
    letters = [writer.bound_for(sender).letter(sender) for sender in senders]
    assert name == "000000001.mbox"
    assert content == b"".join(mbox_entry(Email.of(each, "embassy@example.org"), DAY) for each in letters)


def test_a_line_of_json_holds_one_letter_and_whom_it_is_for():
    (part,) = parts("ndjson", "fax")
    ((name, content),) = part.files
    lines = [json.loads(line) for line in content.splitlines()]
    assert name == "000000001.ndjson"
    assert [line["row"] for line in lines] == [1, 4, 5]
    text = lines[0].pop("text")
    assert text.endswith("I teach.\n\nYours sincerely,\nAda Example")
    assert lines[0] == {
        "row": 1,
        "id": "a",
        "case": "UA 82/20",
        "target": EMBASSY,
        "channel": "fax",
        "to": "+1 202-298-5735",
        "on": "2020-05-25",
        "language": "en",
        "subject": "Konstantin Kotov",
    }


def test_a_pdf_file_holds_the_letters_of_a_part():
    first, second = parts("pdf", "post", size=3)
    assert [name for name, _ in files([first, second])] == ["000000001.pdf", "000000004.pdf"]
    pages = PdfReader(BytesIO(second.files[0][1])).pages
    assert ["Dee Example" in page.extract_text() for page in pages] == [True, False]
    assert ["I sing." in page.extract_text() for page in pages] == [False, True]


def test_a_letter_that_cannot_be_printed_is_told_and_the_others_are_printed():
    text = f"id,country,name\na,US,Ada\nb,US,{'B' * 200}\nc,US,\u1800\nd,US,Dee\n"
    (part,) = parts("pdf", "post", text=text)
    assert refused(part) == {
        "b": ["line 3: 200 characters are too many at name"],
        "c": ["line 4: no installed typeface draws \u1800 (U+1800 MONGOLIAN BIRGA) at letter"],
    }
    assert len(PdfReader(BytesIO(part.files[0][1])).pages) == part.written == 2


def test_rows_whose_letters_call_for_care_are_told_beside_their_letters():
    (part,) = parts("ndjson", "post", text="id,country,ties\na,US,RU\nb,US,\nc,DE,RU\n")
    assert (part.written, [row.row.id for row in part.refused]) == (2, ["c"])
    assert [(row.row.id, str(row.because[0])[:23]) for row in part.with_care] == [("a", "You have ties to Russia")]


def test_where_no_row_has_a_letter_there_is_no_file():
    for kind, by in (("eml", "email"), ("mbox", "email"), ("ndjson", "post"), ("pdf", "post")):
        (part,) = parts(kind, by, text="country\nFR\nDE\n")
        assert (part.files, part.written, part.rows) == ((), 0, 2)


@pytest.mark.parametrize(("kind", "by"), [("eml", "email"), ("mbox", "email"), ("ndjson", "email"), ("pdf", "post")])
def test_parts_that_are_saved_are_left_out_and_the_others_are_the_same(kind, by):
    whole = parts(kind, by, size=2)
    assert [part.first for part in whole] == [1, 3, 5]
    assert parts(kind, by, size=2, saved={3}.__contains__) == [whole[0], whole[2]]
    assert files(parts(kind, by, size=2, saved={1, 3}.__contains__)) == list(whole[2].files)


def test_a_row_that_leaves_a_blank_is_told():
    template = LetterTemplate(TemplateText("en", "I, {sender_name}, ask you."))
    (part,) = parts("ndjson", "post", template=template)
    assert refused(part) == REFUSED | {"e": ["line 6: nothing fills {sender_name} at sender_name"]}


def test_the_guidance_is_asked_once_for_each_profile_of_senders():
    asked = []

    class Listening(type(mailing("post").admission.prepared)):
        def guide(self, sender, **more):
            asked.append(sender.country.code)
            return super().guide(sender, **more)

    run = Mailing.of(LetterWriter.of(case(), EMBASSY, on=DAY), by="post", prepared=Listening(case()))
    rows = [SenderRow(number, number, sender=Sender(("US", "DE")[number % 2], name="Ada")) for number in range(1, 41)]
    assert sum(part.written for part in letter_parts(run, rows, "ndjson", size=7)) == 20
    assert sorted(asked) == ["DE", "US"]


@pytest.mark.parametrize(
    ("kind", "by", "size", "told"),
    [
        ("eml", "post", None, "a file of eml holds no letters by post; take one of email"),
        ("pdf", "email", None, "a file of pdf holds no letters by email; take one of post, fax"),
        ("ndjson", None, None, "no channel was named; take one of email, "),
        ("mbox", "email", 0, "0 rows make no part at size; give 1 or more"),
        ("docx", "post", None, "unknown letter file 'docx'"),
    ],
)
def test_what_cannot_be_is_refused_before_the_first_letter(kind, by, size, told):
    with pytest.raises(InvalidValue) as caught:
        letter_parts(mailing(by), [], kind, size=size)
    assert str(caught.value).startswith(told)


def test_the_usual_channel_of_a_file_is_one_of_its_channels():
    assert [str(kind.channels[0]) for kind in LetterFile] == ["email", "email", "email", "post"]


def embassy_in(host):
    post = ContactChannel("post", PostalAddress(("1 Long Street", host.name())))
    names = {"organisation": f"Embassy in {host.name()}", "country": "RU", "accredited_to": host}
    target = Target(f"embassy-in-{host.code.lower()}", "embassy", channels=(post,), **names)
    return Mission(target, Source("our own list"))


def test_each_supporter_writes_to_the_embassy_in_their_own_country():
    here = Target("embassy-here", "embassy", organisation="The embassy in your country", country="RU")
    case = attrs.evolve(kotov(), targets=(kotov().targets[0], here))
    directory = MissionDirectory(map(embassy_in, (Country("DE"), Country("FR"))))
    run = Mailing.of(LetterWriter.of(case, here, on=DAY), by="post", prepared=PreparedCase(case, missions=directory))
    rows = [SenderRow(number, number, sender=Sender(code)) for number, code in enumerate(("DE", "FR", "US", "DE"), 1)]
    germany, france, america, again = letter_rows(run, rows)
    assert germany.letter.addressee == ("Embassy in Germany", "1 Long Street", "Germany")
    assert france.letter.addressee == ("Embassy in France", "1 Long Street", "France")
    assert again.letter == germany.letter
    assert str(america.because[0]).startswith("No embassy of Russia in the United States is known.")
    (part,) = letter_parts(run, rows, "pdf")
    assert [("Germany" in page.extract_text()) for page in PdfReader(BytesIO(part.files[0][1])).pages] == [
        True,
        False,
        True,
    ]


def test_a_target_without_such_a_channel_is_told_for_every_row():
    (part,) = parts("ndjson", "sms", target=PROSECUTOR, text="country\nUS\n")
    assert [str(reason) for row in part.refused for reason in row.because] == [
        "Prosecutor General of the Russian Federation has no such channel: text message."
    ]
