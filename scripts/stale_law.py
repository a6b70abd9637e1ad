"""Lists the files of the law that nobody has compared with their sources for a year: a reminder, not a refusal."""

import sys
from datetime import UTC, datetime

from openamif.law import PERIODS
from openamif.law.loader import stale_subjects


def main() -> None:
    """One line a file, by period; nothing where all were compared."""
    today = datetime.now(UTC).date()
    for period in PERIODS:
        for subject in stale_subjects(period, on=today):
            sys.stdout.write(f"Compare again with its source: openamif/law/{period}/{subject}.yaml\n")


if __name__ == "__main__":
    main()
