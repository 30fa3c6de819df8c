"""Writes numpy.csv: a straight line with classical, HC1 and HC3 errors, from the matrix formulas, and points' influence.

The formulas are those of the hat matrix, written with matrices and leave-one-out fits, so that they share nothing with the
sums that the library uses. Run: python3 make.py
"""
import csv
import os

import numpy as np
import scipy
from scipy import stats

rng = np.random.default_rng(41)
n = 23
x = np.round(rng.lognormal(0, 0.8, n), 3)
y = np.round(1.5 - 0.7 * x + rng.normal(0, 0.3 + 0.2 * x), 3)
X = np.column_stack([np.ones(n), x])
bread = np.linalg.inv(X.T @ X)
beta = bread @ X.T @ y
e = y - X @ beta
h = np.diag(X @ bread @ X.T)
rows = [["what", "value"]]
for i in range(n):
    rows += [["x", x[i]], ["y", y[i]]]
rows += [["intercept", beta[0]], ["slope", beta[1]], ["r squared", 1 - e @ e / ((y - y.mean()) @ (y - y.mean()))]]
s2 = e @ e / (n - 2)
t = stats.t.ppf(0.975, n - 2)
for name, w in [("classical", np.full(n, s2)), ("hc1", e**2 * n / (n - 2)), ("hc3", (e / (1 - h)) ** 2)]:
    V = bread @ (X.T * w) @ X @ bread
    for k, term in enumerate(["intercept", "slope"]):
        se = V[k, k] ** 0.5
        rows += [[f"{name} {term} se", se], [f"{name} {term} p", 2 * stats.t.sf(abs(beta[k] / se), n - 2)]]
    at = np.array([1, 2.5])
    rows += [[f"{name} mean upper", at @ beta + t * (at @ V @ at) ** 0.5]]
    rows += [[f"{name} prediction upper", at @ beta + t * (at @ V @ at + s2) ** 0.5]]
for i in range(n):
    keep = np.arange(n) != i
    b = np.linalg.lstsq(X[keep], y[keep], rcond=None)[0]
    r = y[keep] - X[keep] @ b
    s = (r @ r / (n - 3)) ** 0.5
    rows += [["leverage", h[i]], ["studentized", e[i] / (s * (1 - h[i]) ** 0.5)]]
rows += [["pearson", stats.pearsonr(x, y)[0]], ["pearson p", stats.pearsonr(x, y)[1]]]
ties = np.round(x, 0)
rows += [["spearman with ties", stats.spearmanr(ties, y)[0]], ["spearman with ties p", stats.spearmanr(ties, y)[1]]]
interval = stats.pearsonr(x, y).confidence_interval(0.95)
rows += [["pearson lower", interval.low], ["pearson upper", interval.high]]
here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, "numpy.csv"), "w", newline="") as file:
    file.write(f"# numpy {np.__version__}, scipy {scipy.__version__}\n")
    csv.writer(file, lineterminator="\n").writerows([r[0], r[1] if isinstance(r[1], str) else repr(float(r[1]))] for r in rows)
