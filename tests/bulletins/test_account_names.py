"""The name of an account is read whole or not at all: a damaged one never becomes the account of somebody else."""

import pytest
from bulletins.test_read_bulletin import EXAMPLE, changed

from urgent_actions.bulletins.read_bulletin import read_bulletin


def accounts(printed, network="Twitter"):
    reading = read_bulletin(changed(f"{network}: @RusEmbUSA", f"{network}: {printed}", EXAMPLE))
    return reading, [
        (str(one.state), str(one.address or one.printed))
        for target in reading.case.targets
        for one in target.channels
        if str(one.kind) == network.casefold()
    ]


@pytest.mark.parametrize(
    "name", ["@Rus-Emb.USA", "@Rus\u202eEmb", "@Rus\u200dEmb", "@Rüs", "@Ru\u0308s", "@Rus@Emb", "@Rus'Emb", "@Rus…"]
)
@pytest.mark.parametrize("network", ["Twitter", "Facebook", "Instagram"])
def test_a_damaged_name_is_kept_whole_and_leads_nowhere(name, network):
    reading, found = accounts(name, network)
    assert found == [("unreadable", name)]
    assert "doubtful-address" in [one.code for one in reading.diagnostics if one.refused_when_strict]


@pytest.mark.parametrize("printed", ["@RusEmbUSA.", "(@RusEmbUSA)", "“@RusEmbUSA”", "@RusEmbUSA;", "RusEmbUSA"])
def test_signs_around_a_name_are_no_part_of_it(printed):
    assert accounts(printed)[1] == [("known", "@RusEmbUSA")]


def test_several_names_behind_one_label_are_several_accounts():
    assert accounts("@RusEmbUSA/@Other, @Third")[1] == [
        ("known", "@RusEmbUSA"),
        ("known", "@Other"),
        ("known", "@Third"),
    ]


def test_a_dot_is_part_of_a_name_where_the_network_has_such_names():
    assert accounts("@rus.emb", "Instagram")[1] == [("known", "@rus.emb")]
    assert accounts("@rus.emb", "Twitter")[1] == [("unreadable", "@rus.emb")]
