"""What is kept of actions: reports, and later facts about them, each a record that never changes."""

from urgent_actions.action_report import ActionReport
from urgent_actions.bounce import Bounce
from urgent_actions.correction import Correction
from urgent_actions.reply import Reply
from urgent_actions.withdrawal import Withdrawal

Record = ActionReport | Correction | Withdrawal | Bounce | Reply
"""One record; those that are no report are facts about the report with the same id and case."""

RECORDS: dict[str, type[Record]] = {
    "report": ActionReport,
    "correction": Correction,
    "withdrawal": Withdrawal,
    "bounce": Bounce,
    "reply": Reply,
}
"""The records by the words that name them in the column `record`."""
