from pathlib import Path

from urgent_actions.rules.rule import Rule
from urgent_actions.rules.rulebook import RuleBook
from urgent_actions.rules.scope import Scope
from urgent_actions.testing.check_table import check_table
from urgent_actions.values.lead import Lead
from urgent_actions.values.source import Source
from urgent_actions.values.window import Window

TABLES = Path(__file__).parent / "tables"

POST_TO_RUSSIA = RuleBook(
    [
        Rule(
            "embassy only",
            "close",
            when=Scope(countries={"RU"}, channels={"post"}),
            unless=Scope(kinds={"embassy"}),
            during=Window("2020-05-20"),
            reason="please send post to the embassy only",
            source=Source("UA 82/20", stated="2020-05-20"),
        ),
        Rule(
            "no post from GB",
            "close",
            when=Scope(countries={"RU"}, channels={"post"}, senders={"GB"}),
            during=Window("2020-04", "2020-06"),
            reason="no letters to Russia are taken",
            source=Source("A post office", stated="2020-04-01"),
        ),
        Rule(
            "ties to RU",
            "caution",
            when=Scope(ties={"RU"}),
            reason="writing could bring harm to you",
            source=Source("Advice to supporters"),
        ),
        Rule(
            "quick ways",
            "prefer",
            when=Scope(lead=Lead(None, 7), channels={"email", "form"}),
            reason="only a few days are left",
            source=Source("Advice to supporters"),
        ),
    ]
)


def test_the_table_of_post_to_russia_holds_and_tries_every_rule():
    table = (TABLES / "post-to-russia.md").read_text(encoding="utf-8")
    report = check_table(table, rules=POST_TO_RUSSIA, alike={"case": "UA 82/20", "country": "RU"})
    assert report.rows == 18
    assert report.untried == ()
