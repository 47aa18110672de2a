"""`python -m urgent_actions`: the command line."""

import sys

from urgent_actions.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
