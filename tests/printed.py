"""Printed letters in the languages of the letters, to be set as PDF and DOCX."""

import attrs
from kotov import kotov
from letters_to_send import BODIES, DAY

from urgent_actions import (
    ContactChannel,
    LetterTemplate,
    PostalAddress,
    Sender,
    Target,
    TemplateText,
    print_letter,
    write_letter,
)

SENDERS = {
    "en": Sender("US", ["en"], name="Ada Example", address="1 Example Road\nSpringfield IL 62701"),
    "de": Sender("DE", ["de"], name="Ada Beispiel", address="Beispielweg 1\n12345 Musterstadt"),
    "fr": Sender("FR", ["fr"], name="Ada Exemple", address="1 rue de l’Exemple\n75001 Paris"),
    "ru": Sender("KZ", ["ru"], name="Ада Примерова", address="ул. Примерная, 1\n050000 Алматы"),
    "ar": Sender("EG", ["ar"], name="آدا مثال", address="١ شارع المثال\nالقاهرة ١١٥١١"),
    "zh": Sender("SG", ["zh"], name="例子", address="示例路1号\n新加坡 123456"),
}
STREET = "ulitsa Lesnaya 5\nMoscow 125993\nRussian Federation"
MINISTRY = {"name": "Pat Example", "office": "Minister of Justice", "organisation": "Ministry of Justice of the State"}


def addressed(street=STREET, *, via=None, country="RU", **names):
    """A minister who is reached by post."""
    post = ContactChannel("post", PostalAddress.parse(street), via=via)
    return Target("minister", "official", country=country, channels=(post,), **(names or MINISTRY))


def printed(language="en", *, target=None, body=None, sender=None, paper=None, place="Springfield", times=1, **words):
    """A letter to that minister, laid out for paper."""
    to = target or addressed()
    text = "\n\n".join([body or BODIES[language]] * times)
    case = attrs.evolve(kotov(), targets=(to,), rules=(), letter=LetterTemplate(TemplateText(language, text, **words)))
    by = sender or SENDERS[language]
    letter = write_letter(case, to, sender=by, on=DAY)
    return print_letter(letter, to, to.channels[0], sender=by, paper=paper, place=place)
