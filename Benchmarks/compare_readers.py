#!/usr/bin/env python3
"""Times a delimited file into a table with Hinterland, pandas and DuckDB, on the same bytes in the same run.

    python3 compare_readers.py [MEGABYTES] [FOLDER]

Needs pandas and duckdb (pip install pandas duckdb, in an environment of its own) and a release build of
ReaderBenchmarks. Figures are processor seconds (user and system, all threads), the best of three.
"""
import os
import platform
import subprocess
import sys
import tempfile

here = os.path.dirname(os.path.abspath(__file__))
megabytes = sys.argv[1] if len(sys.argv) > 1 else "220"
folder = sys.argv[2] if len(sys.argv) > 2 else tempfile.mkdtemp()
os.makedirs(folder, exist_ok=True)

READERS = {
    "pandas": "import pandas; read = lambda path: pandas.read_csv(path, dtype={'sic5': str})",
    "duckdb": "import duckdb; duckdb.execute('SET threads TO 1'); "
    "read = lambda path: duckdb.execute(\"CREATE OR REPLACE TABLE t AS SELECT * FROM read_csv('\" + path + \"', "
    "types={'sic5': 'VARCHAR'})\")",
}

TIMING = """
import os, sys
{setup}
best = None
for _ in range(3):
    start = sum(os.times()[:2])
    table = read(sys.argv[1])
    seconds = sum(os.times()[:2]) - start
    best = seconds if best is None else min(best, seconds)
print(best)
"""


def version(module):
    return subprocess.check_output([sys.executable, "-c", f"import {module}; print({module}.__version__)"], text=True).strip()


output = subprocess.check_output([os.path.join(here, ".build/release/ReaderBenchmarks"), megabytes, folder], text=True)
rows = [line.split(",") for line in output.strip().splitlines()[1:]]
print(f"# {platform.machine()}, {os.cpu_count()} cores, {', '.join(name + ' ' + version(name) for name in READERS)}")
print("file,megabytes,program,best_cpu_seconds,megabytes_per_cpu_second,times_hinterland")
for label, size, _, seconds, rate in rows:
    print(f"{label},{size},hinterland,{seconds},{float(rate):.0f},1.0")
    for name, setup in READERS.items():
        path = os.path.join(folder, "hinterland-" + label)
        best = float(subprocess.check_output([sys.executable, "-c", TIMING.format(setup=setup), path], text=True))
        print(f"{label},{size},{name},{best:.3f},{float(size) / best:.0f},{best / float(seconds):.1f}", flush=True)
