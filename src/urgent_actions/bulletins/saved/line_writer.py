"""Text that is written piece by piece and comes out in lines, its blanks as a browser shows them."""

import re

import attrs

_BLANKS = re.compile(r"[ \t\n\r\f]+")
_LINE, _PARAGRAPH = 1, 2


@attrs.define(eq=False)
class LineWriter:
    """Lines in the making. A break is made when the next text comes, so that nothing ends with an empty line."""

    here: int = 0
    """How many pieces have been written: a place that can be come back to."""

    _lines: list[str] = attrs.field(factory=list)
    _parts: list[str] = attrs.field(factory=list)
    _prefix: str = ""
    _pending: int = 0
    _marker: str = ""
    _glue: str = ""

    def write(self, text: str) -> None:
        """Add text to the line; any run of blanks is one blank."""
        words = _BLANKS.sub(" ", text)
        if words.strip(" \u00a0") or (self._parts and not self._pending and words.strip(" ")):
            self._start()
            self._add(words if self._parts else words.lstrip(" \u00a0"))
        elif words == " " and self._parts and not self._pending:
            self._add(" ")

    def write_as_it_is(self, text: str) -> None:
        """Add text whose line breaks count."""
        first, *others = text.split("\n")
        self.write(first)
        for line in others:
            self.line_break()
            self.write(line)

    def line_break(self) -> None:
        """End the line; a second break makes an empty line."""
        self._pending = min(self._pending + 1, _PARAGRAPH)

    def new_line(self) -> None:
        """Let what follows begin a line."""
        self._pending = max(self._pending, _LINE)

    def new_paragraph(self) -> None:
        """Let what follows begin a line, with an empty line before it."""
        self._pending = _PARAGRAPH

    def mark(self, marker: str) -> None:
        """Put a bullet or a number before the line that begins with the next text; "" takes it back."""
        self._marker = marker

    def glue(self, joint: str) -> None:
        """Let what follows stay on this line, whatever breaks are asked for before it comes."""
        self._glue = joint

    def since(self, place: int, most: int = 40) -> str | None:
        """What was written since a place, if that is on one line and in few pieces."""
        new = self.here - place
        return "".join(self._parts[len(self._parts) - new :]) if new <= min(most, len(self._parts)) else None

    def before(self, place: int) -> str:
        """The end of what stands on the line before a place on it."""
        end = max(0, len(self._parts) - (self.here - place))
        return "".join(self._parts[max(0, end - 6) : end])[-80:]

    def replace_since(self, place: int, text: str) -> None:
        """Put other text in the place of what was written since then on the same line."""
        blank = " " if self._parts and place < self.here and self._parts[place - self.here].startswith(" ") else ""
        del self._parts[len(self._parts) - (self.here - place) :]
        self.here = place
        self.write(blank + text)

    def text(self) -> str:
        """All lines; the last one ends with a line break too."""
        self._end_line()
        return "\n".join(self._lines) + "\n" if self._lines else ""

    def _add(self, words: str) -> None:
        if words.startswith(" ") and self._parts and self._parts[-1].endswith(" "):
            words = words[1:]
        self._parts.append(words)
        self.here += 1

    def _start(self) -> None:
        """Make the breaks that are due, and put the marker or the joint where the text begins."""
        if self._glue and self._parts:
            self._parts[-1] = self._parts[-1].rstrip(" ") + self._glue
        elif self._pending:
            empty = self._pending == _PARAGRAPH and bool(self._parts or self._lines)
            self._end_line()
            if empty:
                self._lines.append("")
        if self._marker and not self._parts:
            self._prefix = self._marker
        self._pending, self._marker, self._glue = 0, "", ""

    def _end_line(self) -> None:
        if self._parts:
            self._lines.append(self._prefix + "".join(self._parts).rstrip(" \u00a0"))
            self._parts, self._prefix = [], ""
