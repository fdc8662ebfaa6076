"""`python -m tests.benchmarks [NAME ...]`: every benchmark, or the ones named; each prints its tables."""

from __future__ import annotations

import argparse
import importlib
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
KIT = HERE.parents[2] / "shared"


def main() -> int:
    """Run the benchmarks in the order of their names."""
    there = sorted(path.stem.removeprefix("bench_") for path in HERE.glob("bench_*.py"))
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"any of {', '.join(there)}")
    chosen = parser.parse_args().names or there
    if unknown := set(chosen) - set(there):
        parser.error(f"no benchmark {', '.join(sorted(unknown))}; there are {', '.join(there)}")
    if not KIT.is_dir():
        print("The kit ../shared is not beside this checkout: benchmarks that need its gold or samples say so.")
    for name in chosen:
        print(f"\n===== {name} =====", flush=True)
        importlib.import_module(f"tests.benchmarks.bench_{name}").run(KIT)
    return 0


if __name__ == "__main__":
    sys.exit(main())
