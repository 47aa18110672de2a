"""Letters of every script to officials who do not exist, for the tests of the ways to send them."""

from datetime import date

import attrs
from hypothesis import strategies as st

from urgent_actions import CaseReference, Language, Letter
from urgent_actions.letters.asks import asks_in
from urgent_actions.letters.compiled_text import CompiledText

DAY = date(2020, 5, 25)

BODIES = {
    "en": "I write about A. Example, who is in prison.\n\nPlease see that she is free again. Thank you.",
    "ru": "Пишу Вам об А. Примеровой, которая находится в тюрьме.\n\nПрошу освободить её.",
    "ar": "أكتب إليكم بشأن أ. مثال (A. Example)، المحكوم عليها بموجب المادة 212.1.\n\nأرجو الإفراج عنها.",
    "de": "ich schreibe Ihnen wegen A. Beispiel, die für friedlichen Protest büßt.\n\nBitte lassen Sie sie frei.",
    "zh": "我为甲某写信，她在狱中。\n\n请释放她。",
    "fr": "Je vous écris au sujet d’A. Exemple, qui est en prison.\n\nJe vous demande de la libérer.",
}


def letter_in(language="en", *, body=None, **more):
    parts = {
        "subject": "A. Example",
        "opening": "Dear Minister,",
        "closing": "Yours sincerely,",
        "signature": ("Ada Example", "1 Example Road"),
        "addressee": ("Minister of Justice",),
        "on": DAY,
    }
    return Letter(
        CaseReference.parse("UA 82/20"),
        "minister",
        language=Language.of(language),
        body=body or BODIES.get(language, BODIES["en"]),
        **(parts | more),
    )


def asking_letter(language="en", **more):
    """A letter that knows what it asks, as one does that was written from a model letter with these words."""
    letter = letter_in(language, **more)
    return attrs.evolve(letter, asks=asks_in(CompiledText((letter.body,), ()), letter.language))


# what strangers put into names and subjects: line breaks, headers, directions, markup, formulas, halves of a character
HOSTILE = st.sampled_from(
    [
        "Ada\r\nBcc: everybody@example.org",
        "Ada\n\n<script>alert(1)</script>",
        "\u202egnp.exe",
        "a\u200bb\ufeffc",
        "<svg onload=alert(1)>",
        "=cmd|' /C calc'!A0",
        "Ada \ud800 Example",
        "=?utf-8?b?QmNj?=",
        '"Ada", <x@example.org>',
        "\x00\x1b[31m\u2028\u2029\x85",
        "javascript:alert(1)",
        "A" * 600,
    ]
)
ANY_TEXT = HOSTILE | st.text(max_size=200) | st.builds(lambda *parts: "\n".join(parts), HOSTILE, st.text(max_size=50))
