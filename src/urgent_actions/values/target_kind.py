"""What a target is to the case: an official, the embassy of the state, a company, the prisoner."""

from urgent_actions.values.word import Word


class TargetKind(Word):
    """What kind of post we write to; the value is the word used in rule files and JSON."""

    OFFICIAL = "official"
    EMBASSY = "embassy"
    CONSULATE = "consulate"
    MISSION = "mission"
    COMPANY = "company"
    ORGANISATION = "organisation"
    PRISONER = "prisoner"
    COLLECTOR = "collector"
    OTHER = "other"

    @property
    def is_abroad(self) -> bool:
        """Whether it stands for its state in another country."""
        return self in {TargetKind.EMBASSY, TargetKind.CONSULATE, TargetKind.MISSION}
