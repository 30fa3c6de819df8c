"""Writes scipy.csv beside this file: values of distributions, one a row, with the versions that made them.

Quantiles and tails come from mpmath at 60 digits where SciPy's own are not good to 1e-13; the column `by` says which.
Run: python3 make.py
"""
import csv
import os

import mpmath as mp
import scipy
from scipy import stats

mp.mp.dps = 60
rows = [["distribution", "parameter", "function", "at", "value", "by"]]


def add(distribution, parameter, function, at, exact, check):
    value = float(exact)
    # SciPy is the peer; mpmath decides. They must agree to 1e-9, or the row would test a misunderstanding.
    assert value == check or abs(value - check) <= 1e-9 * abs(check) + 1e-300, (distribution, parameter, function, at, value, check)
    by = "scipy" if abs(value - check) <= 1e-13 * abs(check) else "mpmath"
    rows.append([distribution, repr(parameter), function, repr(at), repr(value), by])


def normal_cdf(z):
    return mp.erfc(-mp.mpf(z) / mp.sqrt(2)) / 2


def t_tail(t, nu):
    t, nu = mp.mpf(t), mp.mpf(nu)
    return mp.betainc(nu / 2, mp.mpf(1) / 2, 0, nu / (nu + t * t), regularized=True) / 2


for z in [-37, -20, -8, -5, -3, -1.96, -1, -0.3, -1e-3, 0, 1e-8, 0.5, 1, 2.5, 6]:
    add("normal", 0.0, "cumulative", float(z), normal_cdf(z), stats.norm.cdf(z))
for p in [1e-300, 1e-100, 1e-16, 1e-6, 0.001, 0.025, 0.1, 0.25, 0.4999, 0.5, 0.6, 0.9, 0.975, 0.999]:
    start = stats.norm.ppf(p)
    exact = mp.findroot(lambda z: mp.log(normal_cdf(z)) - mp.log(mp.mpf(p)), mp.mpf(start)) if p != 0.5 else mp.mpf(0)
    add("normal", 0.0, "quantile", p, exact, start)
for nu in [1.0, 2.0, 3.0, 4.5, 10.0, 38.0, 250.0, 1e5]:
    for t in [-200, -40, -10, -4, -2, -1, -0.2, -1e-4, 0.3, 1.5, 3]:
        if nu > 200 and t < -40:
            continue
        exact = t_tail(t, nu) if t < 0 else 1 - t_tail(t, nu)
        add("student", nu, "cumulative", float(t), exact, stats.t.cdf(t, nu))
    for p in [1e-12, 1e-6, 0.001, 0.025, 0.09, 0.11, 0.3, 0.49, 0.75, 0.95, 0.975, 0.995]:
        start = stats.t.ppf(p, nu)
        tail = mp.mpf(p) if p < 0.5 else 1 - mp.mpf(p)
        root = mp.findroot(lambda u: mp.log(t_tail(mp.exp(u), nu)) - mp.log(tail), mp.log(abs(start)))
        add("student", nu, "quantile", p, mp.exp(root) * (-1 if p < 0.5 else 1), start)
for k in [1.0, 2.0, 5.0, 40.0, 1000.0]:
    for x in [0.01, 0.5, 1, 4, 10, 40, 80, 1000, 1300]:
        upper = mp.gammainc(mp.mpf(k) / 2, mp.mpf(x) / 2, regularized=True)
        if 1e-290 < float(upper):
            add("chi-squared", k, "upper", float(x), upper, stats.chi2.sf(x, k))
        if 1e-290 < float(1 - upper):
            add("chi-squared", k, "cumulative", float(x), mp.gammainc(mp.mpf(k) / 2, 0, mp.mpf(x) / 2, regularized=True), stats.chi2.cdf(x, k))
here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, "scipy.csv"), "w", newline="") as file:
    file.write(f"# scipy {scipy.__version__}, mpmath {mp.__version__}\n")
    csv.writer(file, lineterminator="\n").writerows(rows)
print(len(rows) - 1, "values")
