"""`bench/run [--quick] [--only SUBJECT]`: measure, print the table; fails only if it could not measure."""

from bench.figures import table
from bench.rounds import calibrated
from datetime import datetime
from time import monotonic

import argparse
import importlib
import os
import warnings


SUBJECTS = ("board", "counting", "overview", "writers", "sites", "newsroom", "news")


def main() -> None:
    """Measure every subject asked for."""
    parser = argparse.ArgumentParser(prog="bench/run", description="Measure speed and memory, as ratios in one run.")
    parser.add_argument("--quick", action="store_true", help="small numbers, for development")
    parser.add_argument("--only", choices=SUBJECTS, help="one subject instead of all")
    asked = parser.parse_args()
    warnings.simplefilter("ignore")
    begun = monotonic()
    print(f"{datetime.now():%Y-%m-%d %H:%M}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; {calibrated()}")
    figures = []
    for subject in [asked.only] if asked.only else SUBJECTS:
        for figure in importlib.import_module(f"bench.{subject}").measure(asked.quick):
            print(f"  {figure.what}: {figure.measured:.2f}{figure.unit}", flush=True)
            figures.append(figure)
    print(f"\n{table(figures)}\n")
    print(f"{monotonic() - begun:.0f} seconds; load at the end {os.getloadavg()[0]:.1f}; {calibrated()}")


if __name__ == "__main__":
    main()
