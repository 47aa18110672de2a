"""Colours, on a terminal only."""

import sys
from importlib.util import find_spec


def painted(text: str, style: str) -> str:
    """The text in a style of rich, such as `bold red`, where standard output is a terminal and rich is installed."""
    if not sys.stdout.isatty() or find_spec("rich") is None:
        return text
    from rich.console import Console
    from rich.text import Text

    console = Console()
    with console.capture() as captured:
        console.print(Text(text, style=style), end="", soft_wrap=True)
    return captured.get()
