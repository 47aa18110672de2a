"""The font packs of JustMyType that are installed: families of Noto for the scripts of a part of the world."""

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

_GROUP = "justmytype.packs"
_REGULAR = 400


def fonts_in_packs() -> Iterator[tuple[str, str]]:
    """The name of each family, and the file of its upright cut of usual weight.

    The packs name themselves as entry points, and what they hold in `fonts/pack_manifest.json`. The fonts of the
    machine, which the same group can name, have no such list and stay out.
    """
    from importlib.metadata import entry_points  # it looks at all that is installed

    for entry in sorted(entry_points(group=_GROUP), key=lambda one: one.value):
        folder = files(entry.module) / "fonts"
        manifest = folder / "pack_manifest.json"
        if manifest.is_file():
            fonts: list[dict[str, Any]] = json.loads(manifest.read_text(encoding="utf-8"))["fonts"]
            upright = (font for font in fonts if (font["style"], font["weight"]) == ("normal", _REGULAR))
            yield from ((font["family"], str(folder.joinpath(*font["path"].split("/")))) for font in upright)
