"""The NumPy expression that the measures are compared with. Usage: measures_numpy.py PANEL.f64 theil-hhi|theil-hhi-gini REPETITIONS

All of it: T = sum s ln(n s), H = sum s^2, G from a sort, over 15,000 columns; written by hand, vectorized, as the peers'
benchmark has it. The panel is laid out as (region, year x industry) before the clock starts.
"""
import json
import sys
import time

import numpy as np

P = np.fromfile(sys.argv[1], "<f8").reshape(25, 400, 600)
Y = np.ascontiguousarray(P.transpose(1, 0, 2).reshape(400, -1))
gini = sys.argv[2] == "theil-hhi-gini"


def run():
    with np.errstate(divide="ignore", invalid="ignore"):
        s = Y / Y.sum(0)
        n = 400
        t = np.where(s > 0, s * np.log(n * s), 0).sum(0)
        h = (s * s).sum(0)
        sums = {"theil": float(np.nansum(t)), "hhi": float(np.nansum(h))}
        if gini:
            ss = np.sort(s, 0)
            g = (2 * np.arange(1, n + 1) @ ss) / n - (n + 1) / n
            sums["gini"] = float(np.nansum(g))
    return sums


seconds = []
for _ in range(int(sys.argv[3])):
    start = time.process_time()
    sums = run()
    seconds.append(time.process_time() - start)
print(json.dumps({"cpu_s": seconds, "sums": sums, "numpy": np.__version__}))
