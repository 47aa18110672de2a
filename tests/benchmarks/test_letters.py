"""How fast letters are written and made ready, against f-strings (the limit), engines of templates and the library.

A letter has some 2,000 signs; half of the senders give an address. What is compared gives the same text, the same mail
when read back, or the same link.
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
from urgent_actions.letters.letter_writer import LetterWriter

DAY = date(2020, 5, 25)
SENTENCE = "She was taken from her home at night, and her family has not been told where she is held. "
BODY = f"My name is {{sender_name}}, and I write to you from {{sender_country}}.\n\n{SENTENCE * 10}\n\n{SENTENCE * 10}"
TEMPLATE = LetterTemplate(TemplateText("en", BODY, closing="Yours sincerely,"))
HEAD = "Anatoly Antonov\nAmbassador\nEmbassy of the Russian Federation\n2650 Wisconsin Ave. NW\nWashington DC 20007"
PLACE = "the United States"


def senders(count):
    return [
        Sender(
            "US", ["en"], name=f"Ada Example {number}", address="1 Example Road\nSpringfield" if number % 2 else None
        )
        for number in range(count)
    ]


def writer():
    return LetterWriter.of(kotov(), EMBASSY, on=DAY, template=TEMPLATE)


def by_f_string(sender):
    foot = f"{sender.name}\n{sender.address}" if sender.address else sender.name
    return (
        f"{HEAD}\n\nMay 25, 2020\n\nDear Ambassador,\n\nMy name is {sender.name}, and I write to you from {PLACE}.\n\n"
        f"{SENTENCE * 10}\n\n{SENTENCE * 10}\n\nYours sincerely,\n{foot}"
    )


def ours(bound, pool):
    return [bound.text(sender) for sender in pool]


def each(write, pool):
    return [write(sender) for sender in pool]


def format_maps():
    text = by_f_string(Sender("US", name="{name}", address="{address}")).replace(PLACE, "{place}")
    plain = text.removesuffix("\n{address}")

    def write(sender):
        words = {"name": sender.name, "address": sender.address, "place": PLACE}
        return (text if sender.address else plain).format_map(words)

    return write


JINJA = by_f_string(Sender("US", name="{{ sender.name }}")).replace(PLACE, "{{ place }}") + (
    "{% if sender.address %}\n{{ sender.address }}{% endif %}"
)


def engines():
    """The engines of templates that are installed, each as a function from a sender to a letter."""
    if find_spec("jinja2"):
        import jinja2

        template = jinja2.Template(JINJA)
        yield "Jinja2", lambda sender: template.render(sender=sender, place=PLACE)
    if find_spec("minijinja"):
        import minijinja

        environment = minijinja.Environment(templates={"letter.txt": JINJA})
        yield "minijinja", lambda sender: environment.render_template("letter.txt", sender=sender, place=PLACE)


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
    jobs = {
        "f-strings": (partial(each, by_f_string, pool), None, None),
        "ours, texts": (partial(ours, bound, pool), "f-strings", "at most 1.5"),
        "ours, Letters": (
            lambda: [*write_letters(kotov(), EMBASSY, pool, on=DAY, template=TEMPLATE)],
            "f-strings",
            "-",
        ),
        "format_map": (partial(each, format_maps(), pool), "ours, texts", "-"),
    }
    for name, write in engines():
        jobs[name] = (partial(each, write, pool), "ours, texts", "at least 4")
    side_by_side(jobs, rounds=9, processor=True)


def mail_of(email):
    message = EmailMessage(policy=policy.SMTP)
    message["From"], message["To"], message["Subject"] = "Ada <ada@example.org>", "info@example.org", email.subject
    message.set_content(email.text + "\n", cte="quoted-printable")
    message.add_alternative(email.html, subtype="html", cte="quoted-printable")
    return message.as_bytes()


def ours_as_mail(letters):
    return [Email.of(letter, "info@example.org", sender="ada@example.org").as_bytes() for letter in letters]


def link_of(email):
    return f"mailto:info@example.org?subject={quote(email.subject, safe='')}&body=" + quote(
        email.text.replace("\n", "\r\n"), safe=""
    )


def emails(count):
    letters = write_letters(kotov(), EMBASSY, senders(count), on=DAY, template=TEMPLATE)
    return [Email.of(letter, "info@example.org", sender="ada@example.org") for letter in letters]


def test_what_is_compared_is_the_same_mail_and_the_same_link():
    (email,) = emails(1)
    read = [message_from_bytes(content, policy=policy.default) for content in (email.as_bytes(), mail_of(email))]
    texts = [[part.get_content().replace("\r\n", "\n").strip() for part in message.iter_parts()] for message in read]
    assert texts == [[email.text, email.html.strip()]] * 2
    assert mailto_link(email) == link_of(email)


def test_mails_and_links(side_by_side, sizes):
    count = sizes(smoke=2, full=300)
    made = emails(count)
    letters = [*write_letters(kotov(), EMBASSY, senders(count), on=DAY, template=TEMPLATE)]
    jobs = {
        "EmailMessage": (lambda: [mail_of(email) for email in made], None, None),
        "ours, from Letter to bytes": (partial(ours_as_mail, letters), "EmailMessage", "at most 0.01"),
        "ours, bytes alone": (lambda: [email.as_bytes() for email in made], "EmailMessage", "at most 0.01"),
        "quote each": (lambda: [link_of(email) for email in made], None, None),
        "ours, links": (lambda: [mailto_link(email) for email in made], "quote each", "at most 0.05"),
    }
    side_by_side(jobs, rounds=9, processor=True)


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
