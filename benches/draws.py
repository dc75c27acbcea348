"""Times 100,000 draws with NumPy or SciPy: `python draws.py numpy ROUND` or `scipy ROUND`, a line of JSON for each instance.

Everything is vectorised, one indicator after another. NumPy reads deliveries off a table of quantiles,
SciPy inverts the distribution for every draw.
"""

import json
import pathlib
import statistics
import sys
import time

import numpy as np
from scipy.special import betaincinv, ndtr

DRAWS = 100_000
REACH, KNOTS = 5.0, 257  # of the table, in standard deviations
RUNS = {"numpy": 5, "scipy": 1}  # of which the median is told

folder = pathlib.Path(__file__).parent.parent / "tests" / "fixtures" / "speed"
kind, turn = sys.argv[1], int(sys.argv[2])


def draw(instance, seed):
    """P10, P50 and P90 of the reward, and the chances of the thresholds."""
    risk, threshold = instance["montecarlo"], instance["threshold"]
    generator = np.random.default_rng(seed)
    common = np.sqrt(risk["rho"]) * generator.standard_normal(DRAWS)
    places = np.linspace(-REACH, REACH, KNOTS)
    total, chances = np.zeros(DRAWS), []
    for target in instance["targets"]:
        low, likely, high = target["pert"]
        one = 1 + risk["lambda"] * (likely - low) / (high - low)
        other = 1 + risk["lambda"] * (high - likely) / (high - low)
        place = common + np.sqrt(1 - risk["rho"]) * generator.standard_normal(DRAWS)
        if kind == "scipy":
            part = betaincinv(one, other, ndtr(place))
        else:
            part = np.interp(place, places, betaincinv(one, other, ndtr(places)))
        reached = low + (high - low) * part
        pays = reached >= threshold
        chances.append(float(pays.mean()))
        total += np.where(pays, np.minimum(reached, 1) * (target["share"] * instance["pot"]), 0)
    return np.quantile(total, [0.1, 0.5, 0.9]).tolist(), chances


for size in ["small", "medium", "national"]:
    instance = json.loads((folder / f"{size}.json").read_text())
    times, ranges = [], []
    for run in range(RUNS[kind]):
        begin = time.perf_counter()
        found, _ = draw(instance, turn * RUNS[kind] + run)
        times.append((time.perf_counter() - begin) * 1e3)
        ranges.append(found)
    print(json.dumps({"what": size, "ms": statistics.median(times), "ranges": ranges}), flush=True)
