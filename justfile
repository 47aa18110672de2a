# The front door. `just check` is all that must hold before a change is shared; .ci/run calls the same.

# just comes with the virtual environment, so what stands beside it is what the recipes run
here := parent_directory(just_executable())
export PATH := here + ":" + env("PATH")

# a file stays in one process, so that what its tests share is made once
on_all_cores := "-n auto --dist loadfile"

# list the recipes
default:
    @just --list --unsorted

# everything that must hold; the tests come last, so that their summary is what one reads
check: lint docs (test "-q" on_all_cores "--no-loadscope-reorder")

# style, types, the floors of the layout, declared dependencies
lint:
    python -m ruff check .
    python -m ruff format --check .
    python -m mypy
    python -m mypy src/urgent_actions/__init__.py
    lint-imports --no-logo
    python -m deptry src

# mend what can be mended by itself
tidy:
    python -m ruff check --fix .
    python -m ruff format .

# the tests, with any arguments of pytest
test *arguments:
    python -m pytest {{ arguments }}

# all tests on all cores, with the coverage of branches
cover:
    python -m pytest -q {{ on_all_cores }} --cov

# the pages, with warnings as errors
docs:
    python -m sphinx -q -W --keep-going -b html docs docs/_build/html

# figures, as ratios measured side by side
bench *arguments:
    python -m pytest tests/benchmarks -q --benchmark-enable {{ arguments }}

# how many subject lines of an index (a CSV file) are read right
measure-subjects path:
    python tests/measures/subject_lines.py {{ path }}

# where the time of reading the bulletins in a folder goes
profile-reading folder="tests/bulletins/fixtures":
    python tests/measures/reading_profile.py {{ folder }}

# how many fields of the bulletins in a folder are read right, with precision and recall
measure-fields folder="tests/bulletins/fixtures":
    python tests/measures/fields.py {{ folder }}

# how the instructions that bulletins give can be said: as rules, as fields, as notes
measure-conditions:
    python tests/measures/conditions.py

# what becomes of each kind of instruction, sentence by sentence: rule, field, note, wrong or lost
measure-instructions *tables="tests/bulletins/tables/instructions.tsv tests/bulletins/tables/instructions_held_out.tsv tests/bulletins/tables/instructions_fresh.tsv":
    python tests/measures/instructions.py {{ tables }}

# how many letters a second `spark`, `dask` or one process writes (`here`), and with how much memory
measure-clusters engine="here" rows="200000":
    python tests/measures/letters_on_clusters.py {{ engine }} {{ rows }}

# whether memory stays flat over so many letters; `--format mbox` and the like put them into files too
measure-memory rows="1000000" *arguments:
    python tests/measures/letters_memory.py {{ rows }} {{ arguments }}

# The properties come first, by themselves: a tracer slows them down most, and `--cov` then asks the more of the examples.

# totals of so many records in Parquet side by side with queries written by hand: time, memory, the same answer
measure-totals rows="10000000" *arguments:
    python tests/measures/totals_of_files.py {{ rows }} {{ arguments }}

# the tests with the lowest versions that are declared; the pages are run with the newest only
lowest *arguments:
    uv venv -q --clear --python "$(python -c 'import sys; print(sys.executable)')" build/lowest
    uv pip install -q --python build/lowest --resolution lowest-direct -e '.[test]'
    build/lowest/bin/python -m pytest -q {{ on_all_cores }} -m hypothesis --hypothesis-profile=lowest tests --ignore tests/benchmarks
    build/lowest/bin/python -m pytest -q {{ on_all_cores }} -m "not hypothesis" src tests --ignore tests/benchmarks {{ arguments }}

# the properties, with ten thousand examples each
nightly *arguments:
    python -m pytest -q {{ on_all_cores }} --hypothesis-profile=nightly {{ arguments }}

# feed everything that reads with bytes bred to break it; needs the extra `fuzz`
fuzz seconds="60" *arguments:
    python tests/fuzz/readers.py {{ seconds }} {{ arguments }}

# break the rules and the guidance in small ways, and list what the tests do not see (wants the extra `mutation`)
mutate *arguments:
    python tests/measures/mutants.py {{ arguments }}

# bring the sentences of the source into the message catalogs; the tests then say what is left to translate
catalogs:
    python tests/update_catalogs.py

# write the published JSON schemas down anew, after a change to a noun that is meant
schemas:
    python tests/update_schemas.py

# write the public names and signatures down anew, after a change to them that is meant
signatures:
    python -m pytest -q tests/test_signatures.py --snapshot-update
