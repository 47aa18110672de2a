"""How the pages are made: Sphinx with Furo and MyST; nothing is fetched, and every warning is an error."""

project = "urgent_actions"
author = "The urgent_actions authors"
copyright = "2026, The urgent_actions authors"

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx.ext.viewcode",
]
exclude_patterns = ["_build", "examples", "notebooks"]

html_theme = "furo"
html_title = "urgent_actions"

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
toc_object_entries = False  # the side bar of each page would copy a thousand names, which took most of the time
autodoc_default_options = {"members": True, "undoc-members": True}
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
default_role = "literal"  # in a docstring `x` is code, as in Markdown
napoleon_google_docstring = True
napoleon_numpy_docstring = False
