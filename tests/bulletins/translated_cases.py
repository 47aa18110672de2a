"""Cases in languages other than English, made by Hypothesis of the cases that a web post can say."""

import attrs
from bulletins.web_posts import cases
from hypothesis import strategies as st

from urgent_actions.case import Case, Subject
from urgent_actions.note import Note
from urgent_actions.target import target_id
from urgent_actions.values.case_reference import CaseReference
from urgent_actions.values.country import Country
from urgent_actions.values.index_number import IndexNumber
from urgent_actions.values.publisher import Publisher
from urgent_actions.values.text import Text

SAID = {
    "fr": (
        "Élodie Dupré : libérée",
        "Elle est en prison depuis l’été.",
        "Ministre de la Justice",
        "Madame la Ministre",
    ),
    "es": ("¡Libertad para Íñigo!", "Está en prisión desde el año pasado.", "Ministro del Interior", "Señor Ministro"),
    "de": ("Künstlerin in Gefahr", "Sie sitzt seit März in Haft: ohne Anklage.", "Justizminister", "Exzellenz"),
    "ru": ("Художник под стражей", "Он в тюрьме, и ему нужен врач.", "Генеральный прокурор", "Уважаемый господин"),
    "ar": ("فنان في السجن", "إنه في السجن منذ 20 مايو، ويحتاج إلى طبيب من MSF.", "وزير العدل", "معالي الوزير"),
}
"""For each language a title, a sentence, an office and a salutation."""


@st.composite
def translated_cases(draw, languages=tuple(SAID)) -> Case:
    """A case whose words are in one of these languages, with Latin addresses."""
    tag = draw(st.sampled_from(languages))
    title, sentence, office, greeting = SAID[tag]
    case = draw(cases())
    targets = [
        attrs.evolve(
            target,
            office=target.office if target.kind.is_abroad or draw(st.booleans()) else office,
            salutation=draw(st.sampled_from([None, Text.of(greeting, tag), Text({"en": "Dear Sir", tag: greeting})])),
        )
        for target in case.targets[-1:]
    ]
    index = draw(st.sampled_from([None, IndexNumber.parse("EUR 46/2345/2020")]))
    ordinal = draw(st.none() | st.integers(1, 9))
    edition = attrs.evolve(
        case.edition, language=tag, index=index, ordinal=ordinal, url="https://www.example.org/a?b=1"
    )
    targets = [
        attrs.evolve(one, id=target_id(*((one.organisation, one.office) if one.kind.is_abroad else (one.office,))))
        for one in targets
    ]
    return attrs.evolve(
        case,
        reference=draw(st.sampled_from([case.reference, CaseReference("EXTRA", 71, year=1992)])),
        edition=edition,
        rules=(),
        title=draw(st.sampled_from([None, title])),
        summary=draw(st.sampled_from([None, sentence, f"{sentence}\n\n{sentence}\n{sentence}"])),
        demands=draw(st.lists(st.just(sentence), max_size=2)),
        publisher=draw(st.sampled_from([None, Publisher(title), Publisher("A Section", Country("EG"))])),
        subjects=[*case.subjects, Subject(title, description=sentence, news="released")],
        targets=targets,
        notes=[*case.notes, Note("other", sentence)],
    )
