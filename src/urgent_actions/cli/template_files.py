"""The model letter in files that a command is given: plain texts with blanks, one for each language."""

import argparse

from urgent_actions.cli.input_file import problems_in, read_file
from urgent_actions.letter_template import BLANKS, LetterTemplate, TemplateText


def read_template(options: argparse.Namespace) -> LetterTemplate | None:
    """The model letter of all files; None where there are none. A blank that `--fill` names may stand in it too.

    Raises:
        UnreadableFile: a file cannot be read, or holds no letter.
        InvalidTemplate: a language is there twice, or a blank that nothing fills.
    """
    texts = []
    for language, name in options.templates:
        with problems_in(name):
            texts.append(TemplateText(language, "\n".join(read_file(name).strip().splitlines())))
    extra = {name for name, _ in options.fill if name not in BLANKS and name.isidentifier()}
    return LetterTemplate(texts, extra) if texts else None
