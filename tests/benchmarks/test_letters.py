"""How fast letters are written and made ready, against f-strings (the limit), engines of templates and the library.

A letter has some 2,000 signs; half of the senders give an address, and they write from three countries. What is
compared gives the same text, the same mail when read back, or the same link. Whatever is the same for all is put
together before, for f-strings as for ours; senders are made before, which is when their names are looked at. Mails and
links are of other senders in each turn, so that nothing of any is known.
"""

from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from functools import partial
from importlib.util import find_spec
from itertools import islice, repeat
from urllib.parse import quote

from kotov import EMBASSY, kotov

from urgent_actions import Email, LetterTemplate, Sender, TemplateText, mailto_link, write_letters
from urgent_actions.letters.bound_email import BoundEmail
from urgent_actions.letters.letter_writer import LetterWriter

DAY = date(2020, 5, 25)
SENTENCE = "She was taken from her home at night, and her family has not been told where she is held. "
BODY = f"My name is {{sender_name}}, and I write to you from {{sender_country}}.\n\n{SENTENCE * 10}\n\n{SENTENCE * 10}"
TEMPLATE = LetterTemplate(TemplateText("en", BODY, closing="Yours sincerely,"))
ABOVE = (
    "Anatoly Antonov\nAmbassador\nEmbassy of the Russian Federation\n2650 Wisconsin Ave. NW\nWashington DC 20007\n\n"
    "May 25, 2020\n\nDear Ambassador,\n\nMy name is "
)
BELOW = f".\n\n{SENTENCE * 10}\n\n{SENTENCE * 10}\n\nYours sincerely,\n"
PLACES = {"US": "the United States", "FR": "France", "DE": "Germany"}
ROUNDS = 9


def senders(count, first=0):
    """So many, no two with one name."""
    return [
        Sender(
            [*PLACES][number % 3],
            ["en"],
            name=f"Ada Example {number}",
            address="1 Example Road\nSpringfield" if number % 2 else None,
        )
        for number in range(first, first + count)
    ]


def writer():
    return LetterWriter.of(kotov(), EMBASSY, on=DAY, template=TEMPLATE)


def by_f_string(sender):
    foot = f"{sender.name}\n{sender.address}" if sender.address else sender.name
    return f"{ABOVE}{sender.name}, and I write to you from {PLACES[sender.country.code]}{BELOW}{foot}"


def ours(bound, pool):
    return [bound.text(sender) for sender in pool]


def each(write, pool):
    return [write(sender) for sender in pool]


def format_maps():
    plain = f"{ABOVE}{{name}}, and I write to you from {{place}}{BELOW}{{name}}"

    def write(sender):
        words = {"name": sender.name, "address": sender.address, "place": PLACES[sender.country.code]}
        return (f"{plain}\n{{address}}" if sender.address else plain).format_map(words)

    return write


JINJA = (
    f"{ABOVE}{{{{ sender.name }}}}, and I write to you from {{{{ place }}}}{BELOW}{{{{ sender.name }}}}"
    "{% if sender.address %}\n{{ sender.address }}{% endif %}"
)


def engines():
    """The engines of templates that are installed, each as a function from a sender to a letter."""
    if find_spec("jinja2"):
        import jinja2

        template = jinja2.Template(JINJA)
        yield "Jinja2", lambda sender: template.render(sender=sender, place=PLACES[sender.country.code])
    if find_spec("minijinja"):
        import minijinja

        environment = minijinja.Environment(templates={"letter.txt": JINJA})
        yield (
            "minijinja",
            lambda sender: environment.render_template("letter.txt", sender=sender, place=PLACES[sender.country.code]),
        )


def test_what_is_compared_is_the_same_letter():
    bound, pool = writer().bound_for(Sender("US", ["en"])), senders(4)
    texts = ours(bound, pool)
    assert texts == each(by_f_string, pool) == each(format_maps(), pool)
    assert texts == [letter.text for letter in write_letters(kotov(), EMBASSY, pool, on=DAY, template=TEMPLATE)]
    for name, write in engines():
        assert each(write, pool) == texts, name


def test_letters(side_by_side, sizes):
    pool = senders(sizes(smoke=3, full=5000))
    bound = writer().bound_for(pool[0])
    one_by_one = writer()
    jobs = {
        "f-strings": (partial(each, by_f_string, pool), None, None),
        "ours, texts": (partial(ours, bound, pool), "f-strings", "at most 1.5"),
        "ours, texts, language by sender": (
            lambda: [one_by_one.bound_for(sender).text(sender) for sender in pool],
            "f-strings",
            "-",
        ),
        "ours, Letters": (
            lambda: [*write_letters(kotov(), EMBASSY, pool, on=DAY, template=TEMPLATE)],
            "f-strings",
            "-",
        ),
        "format_map": (partial(each, format_maps(), pool), "ours, texts", "-"),
    }
    for name, write in engines():
        jobs[name] = (partial(each, write, pool), "ours, texts", "at least 4")
    side_by_side(jobs, rounds=ROUNDS, processor=True)


def mail_of(email):
    message = EmailMessage(policy=policy.SMTP)
    message["From"], message["To"], message["Subject"] = "Ada <ada@example.org>", "info@example.org", email.subject
    message.set_content(email.text + "\n", cte="quoted-printable")
    message.add_alternative(email.html, subtype="html", cte="quoted-printable")
    return message.as_bytes()


def email_of(letter):
    return Email.of(letter, "info@example.org", sender="ada@example.org")


def link_of(email):
    return f"mailto:info@example.org?subject={quote(email.subject, safe='')}&body=" + quote(
        email.text.replace("\n", "\r\n"), safe=""
    )


def letters_of(pool):
    return [*write_letters(kotov(), EMBASSY, pool, on=DAY, template=TEMPLATE)]


def test_what_is_compared_is_the_same_mail_and_the_same_link():
    for email in map(email_of, letters_of(senders(3))):
        read = [message_from_bytes(content, policy=policy.default) for content in (email.as_bytes(), mail_of(email))]
        texts = [
            [part.get_content().replace("\r\n", "\n").strip() for part in message.iter_parts()] for message in read
        ]
        assert texts == [[email.text, email.html.strip()]] * 2
        assert mailto_link(email) == link_of(email)
    pool, letter = senders(3), writer().bound_for(senders(1)[0])
    bound = BoundEmail(letter, "info@example.org")
    assert [bound.link(sender) for sender in pool] == [*map(link_of, emails_of(pool))]
    mails = [bound.as_bytes(sender, address="ada@example.org") for sender in pool]
    assert mails == [email.as_bytes() for email in emails_of(pool)]


def of_others_each_turn(make, prepare, count):
    """A job that makes something of other senders each time; `prepare` has made of them what it starts from."""
    turns = iter([prepare(senders(count, first=turn * count)) for turn in range(ROUNDS + 1)])
    return lambda: [make(each) for each in next(turns)]


def emails_of(pool):
    return [*map(email_of, letters_of(pool))]


def test_mails_and_links(side_by_side, sizes):
    fresh = partial(of_others_each_turn, count=sizes(smoke=2, full=300))
    bound = BoundEmail(writer().bound_for(senders(1)[0]), "info@example.org")
    jobs = {
        "EmailMessage": (fresh(mail_of, emails_of), None, None),
        "ours, from sender to bytes": (
            fresh(partial(bound.as_bytes, address="ada@example.org"), list),
            "EmailMessage",
            "at most 0.01",
        ),
        "ours, from Letter to bytes": (
            fresh(lambda letter: email_of(letter).as_bytes(), letters_of),
            "EmailMessage",
            "at most 0.01",
        ),
        "ours, from Email to bytes": (fresh(Email.as_bytes, emails_of), "EmailMessage", "at most 0.01"),
        "quote each": (fresh(link_of, emails_of), None, None),
        "ours, from sender to link": (fresh(bound.link, list), "quote each", "at most 0.05"),
        "ours, from Email to link": (fresh(mailto_link, emails_of), "quote each", "at most 0.05"),
    }
    side_by_side(jobs, rounds=ROUNDS, processor=True)


def test_a_stream_of_letters_keeps_none(sizes):
    import tracemalloc

    writers = repeat(Sender("US", ["en"], name="Ada Example"), sizes(smoke=200, full=1_000_000))
    stream = write_letters(kotov(), EMBASSY, writers, on=DAY, template=TEMPLATE)
    next(stream)
    tracemalloc.start()
    for _ in islice(stream, 100):
        pass
    before, _ = tracemalloc.get_traced_memory()
    for _ in stream:
        pass
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert after - before < 100_000
