"""The files shipped with the library in the folder `data`: tables, which are tab-separated text, and other texts."""


def data_rows(name: str) -> list[tuple[str, ...]]:
    """The rows of a table without its headings, every row as long as the headings.

    Args:
        name: the file, such as `country_names.tsv`.
    """
    return [tuple(line.split("\t")) for line in data_text(name).splitlines()[1:]]


def data_text(name: str) -> str:
    """The text of a file.

    Args:
        name: the file, such as `country_groups.toml` or `rules/safety.toml`.
    """
    from importlib import resources  # it costs as much as attrs: most programs never read a table

    return (resources.files("urgent_actions") / "data" / name).read_text(encoding="utf-8")


def data_files(folder: str) -> list[str]:
    """The names of the files in a folder, sorted."""
    from importlib import resources

    return sorted(file.name for file in (resources.files("urgent_actions") / "data" / folder).iterdir())
