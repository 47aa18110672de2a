"""A plain HTML table, safe whatever is in it: how a notebook shows our nouns."""

from collections.abc import Iterable, Sequence

from urgent_actions.values.printable import printable


def html_table(rows: Iterable[Sequence[object]], *, header: Sequence[object] = (), caption: object = "") -> str:
    """A table as HTML, with every text escaped and each cell in its own direction (`dir="auto"`).

    Args:
        rows: cells by row; `str()` of each is shown, None as an empty cell, line breaks as `<br>`.
        header: the headings of the columns, or none.
        caption: what the table shows, or nothing.

    Returns:
        One `<table>` element without any style, script, link or attribute taken from the cells.

    >>> html_table([["<b>", None]])
    '<table><tbody><tr><td dir="auto">&lt;b&gt;</td><td dir="auto"></td></tr></tbody></table>'
    """
    title = f'<caption dir="auto">{_shown(caption)}</caption>' if str(caption) else ""
    head = f"<thead>{_row(header, 'th')}</thead>" if header else ""
    body = "".join(_row(row, "td") for row in rows)
    return f"<table>{title}{head}<tbody>{body}</tbody></table>"


def _row(cells: Iterable[object], tag: str) -> str:
    return "<tr>" + "".join(f'<{tag} dir="auto">{_shown(cell)}</{tag}>' for cell in cells) + "</tr>"


def _shown(cell: object) -> str:
    """The cell as text between tags: nothing in it can open a tag, end an attribute or turn the line round."""
    from html import escape

    return "" if cell is None else "<br>".join(escape(printable(line)) for line in str(cell).splitlines())
