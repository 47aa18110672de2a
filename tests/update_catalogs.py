"""Brings the message catalogs up to date with the sentences in the source: `just catalogs`.

New sentences come in untranslated, those that are gone go, and what is translated stays. The tests then say what is
left to translate.
"""

import io
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from urgent_actions.values.catalog import DOMAIN, TRANSLATED

SOURCE = Path(__file__).parents[1] / "src" / "urgent_actions"
# `Message("...")` takes one sentence, `Message.plural("...", "...")` two: Babel looks at the name before the bracket
KEYWORDS = {"Message": None, "plural": (1, 2)}


def sentences():
    """The sentences in the source as a template catalog, in the order of files and lines."""
    template = Catalog(project="urgent-actions", charset="utf-8")
    found = extract_from_dir(
        SOURCE, method_map=[("**.py", "python")], keywords=KEYWORDS, comment_tags=("Translators:",)
    )
    for file, line, message, comments, context in sorted(found, key=lambda found: found[:2]):
        template.add(message, locations=[(file, line)], auto_comments=comments, context=context)
    return template


def path_of(language):
    return SOURCE / "locale" / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def catalog_of(language):
    return read_po(io.BytesIO(path_of(language).read_bytes()), locale=language, domain=DOMAIN)


def brought_up_to_date(language, template):
    """The catalog as it should be written: the same sentences as the source, and nothing that changes by itself."""
    catalog = catalog_of(language)
    template.creation_date = catalog.creation_date
    catalog.update(template, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    written = io.BytesIO()
    write_po(written, catalog, width=120, include_lineno=False, sort_output=True)
    return written.getvalue()


if __name__ == "__main__":
    for code in TRANSLATED:
        path_of(code).write_bytes(brought_up_to_date(code, sentences()))
        missing = [message.id for message in catalog_of(code) if message.id and not all(message.string or [""])]
        print(f"{code}: {len(missing)} sentences to translate")
