"""Times native HiGHS on the programs in a folder: `python highs.py FOLDER`, a line of JSON for each."""

import json
import pathlib
import statistics
import sys
import time

import highspy

RUNS = 7  # of which the median is told
LONG = 4.0  # seconds after which no run is begun
UNIT = 1000  # pounds in one unit of a program


def load(program):
    """A program in the form that HiGHS takes."""
    columns, rows = program["columns"], program["rows"]
    of = lambda bound, none: none if bound is None else bound
    kind = highspy.HighsVarType
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(columns), len(rows)
    lp.sense_ = highspy.ObjSense.kMaximize
    lp.col_cost_ = [column["worth"] for column in columns]
    lp.col_lower_ = [0.0] * len(columns)
    lp.col_upper_ = [column["most"] for column in columns]
    lp.integrality_ = [kind.kInteger if column["whole"] else kind.kContinuous for column in columns]
    lp.row_lower_ = [of(row["least"], -highspy.kHighsInf) for row in rows]
    lp.row_upper_ = [of(row["most"], highspy.kHighsInf) for row in rows]
    starts = [0]
    for row in rows:
        starts.append(starts[-1] + len(row["terms"]))
    matrix = lp.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_ = starts
    matrix.index_ = [at for row in rows for at, _ in row["terms"]]
    matrix.value_ = [factor for row in rows for _, factor in row["terms"]]
    return lp


def solve(program):
    """The best worth in pounds, and whether it is proved to be the best."""
    solver = highspy.Highs()
    for option, value in [("output_flag", False), ("mip_rel_gap", 1e-6), ("threads", 1)]:
        solver.setOptionValue(option, value)
    solver.passModel(load(program))
    solver.run()
    proved = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return solver.getInfo().objective_function_value * UNIT, proved


for file in pathlib.Path(sys.argv[1]).iterdir():
    program = json.loads(file.read_text())
    times, start = [], time.perf_counter()
    while len(times) < RUNS and (not times or time.perf_counter() - start < LONG):
        begin = time.perf_counter()
        pounds, proved = solve(program)
        times.append((time.perf_counter() - begin) * 1e3)
    line = {"what": file.stem, "ms": statistics.median(times), "pounds": pounds, "proved": proved}
    print(json.dumps(line), flush=True)
