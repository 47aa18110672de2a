"""Small invented bulletins of several layouts, each with a place for one more sentence, and what became of it."""

from functools import cache

import attrs

from urgent_actions.bulletins.read_bulletin import read_bulletin
from urgent_actions.values.case_reference import CaseReference

WEB = """Urgent Action: Weaver Held (Peru: UA 12.22)
Weaver Rosa Quispe was detained in Cusco on 3 March 2022.

1. Please take action as soon as possible.
{request}
2. Click here to let us know the actions you took on Urgent Action 12.22.

CONTACT INFORMATION
Minister of Justice Ana Torres
Ministry of Justice
Calle Scipion Llona 350, Lima 18, Peru
Email: justice@minjus.example.pe
Phone: +51 1 422 3570
Fax: +51 1 422 3577
{block}

SAMPLE LETTER
Dear Minister,

I urge you to release Rosa Quispe.

Sincerely,
"""
FORM = """URGENT ACTION
WEAVER HELD
UA: 12/14 Index: AMR 46/002/2014 Peru Date: 4 March 2014
Rosa Quispe was detained in Cusco.

Please write immediately:
- Calling on the authorities to release Rosa Quispe.

PLEASE SEND APPEALS TO:
Minister of Justice
Ana Torres
Ministry of Justice
Calle Scipion Llona 350
Lima 18, Peru
Email: justice@minjus.example.pe
Phone: +51 1 422 3570
Fax: +51 1 422 3577
Salutation: Dear Minister

{block}
"""
APPEAL = """PUBLIC AI Index: AMR 46/002/2003
4 March 2003
UA 12/03 Fear for safety
PERU Rosa Quispe (f), weaver

Rosa Quispe was detained in Cusco.

RECOMMENDED ACTION: Please send appeals:
- urging that Rosa Quispe be released.

APPEALS TO:
Minister of Justice
Ana Torres
Ministry of Justice
Calle Scipion Llona 350
Lima 18, Peru
Phone: +51 1 422 3570
Fax: +51 1 422 3577
Salutation: Dear Minister

{block}

PLEASE SEND APPEALS IMMEDIATELY.
{closing}
"""
LETTER = """Write a letter for Rosa Quispe
UA 12/20 - Peru
Rosa Quispe was detained on 3 March.

{request}

Ministerio de Justicia
Calle Scipion Llona 350
Lima 18, Peru
Email: justice@minjus.example.pe
Phone: +51 1 422 3570
Fax: +51 1 422 3577
"""
FRENCH = """ACTION URGENTE

UNE TISSERANDE EN PRISON

AU 12/20, AMR 46/002/2020 - Pérou / 3 mars 2020

La tisserande Rosa Quispe a été arrêtée à Cusco, dans le sud du Pérou, par des agents de la police.

PRIÈRE D'ENVOYER VOS APPELS À :

Ministre de la Justice
Ana Torres
Calle Scipion Llona 350
Lima 18, Pérou
Tél. : +51 1 422 3570
Fax : +51 1 422 3577
Formule d'appel : Madame la Ministre,

{request}
"""
SPANISH = """ACCIÓN URGENTE

UNA TEJEDORA DETENIDA

AU: 12/20 Índice: AMR 46/002/2020 Perú Fecha: 3 de marzo de 2020

La tejedora Rosa Quispe fue detenida en Cuzco, en el sur del Perú, por agentes de la policía.

ENVÍEN LLAMAMIENTOS A:

Ministra de Justicia
Ana Torres
Calle Scipion Llona 350
Lima 18, Perú
Tel.: +51 1 422 3570
Fax: +51 1 422 3577
Tratamiento: Señora Ministra

{request}
"""
GERMAN = """URGENT ACTION

WEBERIN IN HAFT

PERU
UA-Nr: UA-12/2020 AI-Index: AMR 46/002/2020 Datum: 3. März 2020

Die Weberin Rosa Quispe wurde in Cusco festgenommen.

APPELLE AN

JUSTIZMINISTERIN
Ana Torres
Calle Scipion Llona 350
Lima 18, PERU
Telefon: (00 511) 422 3570
Fax: (00 511) 422 3577

{request}
"""
PAGES = {
    "web request": ("en", WEB.replace("{block}", ""), "{request}"),
    "web contacts": ("en", WEB.replace("{request}\n", ""), "{block}"),
    "form contacts": ("en", FORM, "{block}"),
    "appeal contacts": ("en", APPEAL.replace("{closing}", ""), "{block}"),
    "appeal closing": ("en", APPEAL.replace("{block}\n", ""), "{closing}"),
    "letter": ("en", LETTER, "{request}"),
    "French": ("fr", FRENCH, "{request}"),
    "Spanish": ("es", SPANISH, "{request}"),
    "German": ("de", GERMAN, "{request}"),
}
"""By name: the language, the page, and the place in it."""
REFERENCE = CaseReference("UA", 12, year=2020)
NEWS = {"E2", "E3", "X1"}
"""Ids of sentences that also tell what happened, so that the summary may be their place."""
MARKS = {"K1", "R1"}
"""Ids of sentences by which a web post is known: set into a letter, they make it one."""
HEADING = "Please contact these officials by 14 September 2021."
"""A sentence that is the heading of another layout, to which it turns a page that has no layout of its own."""
TOLD = ("summary", "subjects", "letter", "demands", "title", "edition", "country", "publisher")
"""Parts of a case that say what happened: an instruction that stands there has been lost."""


@attrs.frozen
class Outcome:
    """What became of a sentence: `rule`, `field`, `note`, `wrong` or `lost`, where it stood, and what was concluded."""

    became: str
    parts: tuple[str, ...]
    facts: frozenset[str]

    @property
    def asked(self) -> frozenset[str]:
        """What it was taken to ask or to settle, by the parts and the facts; nothing, where it told what happened."""
        return self.facts | {path for path in self.parts if path.startswith(("notes", "rules"))}


@cache
def _bare(page):
    _, text, place = PAGES[page]
    return read_bulletin(text.replace(place, ""), reference=REFERENCE)


def tried(row):
    """The names of the pages that a row of a table is set into."""
    known = (page for page, (language, _, _) in PAGES.items() if language == row["language"])
    other = {"letter"} if row["id"] in MARKS else {"letter", "web request"} if row["sentence"] == HEADING else set()
    return [page for page in known if page not in other]


def outcome(sentence, page, *, news=False, meant=()):
    """Read a page with the sentence and without it, and tell where the sentence went.

    Args:
        sentence: the instruction.
        page: a name in `PAGES`.
        news: whether the sentence tells what happened, so that the summary is its place.
        meant: what may be concluded of it, as `facts` writes it; anything else is wrong.
    """
    _, text, place = PAGES[page]
    bare, full = _bare(page), read_bulletin(text.replace(place, sentence), reference=REFERENCE)
    line = text[: text.index(place)].count("\n") + 1
    paths = tuple(path for path, span in full.spans if span.line <= line <= span.end_line)
    words = [one for one in full.unread if one.line == line]
    told = any(path.startswith(TOLD) for path in paths)
    found = facts(full.case) - facts(bare.case)
    same = [plain(target) for target in full.case.targets] == [plain(target) for target in bare.case.targets]
    if words or (told and not news) or not same:
        return Outcome("lost", paths, found)
    if found - set(meant):
        return Outcome("wrong", paths, found)
    if any(fact.startswith("rule:") for fact in found):
        return Outcome("rule", paths, found)
    if found or told:
        return Outcome("field", paths, found)
    return Outcome("note" if any(path.startswith("notes") for path in paths) else "lost", paths, found)


def facts(case):
    """What a case says besides its story, its letter and whom to write to, each as one word and its value."""
    channels = [channel for target in case.targets for channel in target.channels]
    said = [("deadline", case.deadline), ("status", case.status), ("ended", case.ended_on), ("choose", case.choose)]
    said += [("languages", language.tag) for language in case.languages]
    said += [("rule", rule.effect) for rule in case.rules]
    said += [("via", channel.via) for channel in channels] + [("hours", channel.hours) for channel in channels]
    return frozenset(f"{name}:{value}" for name, value in said if value)


def plain(target):
    """A target without what instructions may add to its channels."""
    channels = [attrs.evolve(channel, via=None, hours=None) for channel in target.channels]
    return attrs.evolve(target, channels=channels)
