"""The peer: times SciPy, NumPy and scikit-learn on the arrays that the other side wrote.

Requests are lines on standard input, each answered by one line on standard output:
  versions               -> NAME=VERSION ...
  prepare OPERATION      -> "ready", or "missing MODULE", or "unknown"
  value                  -> the number that the prepared call gives, to be compared with ours
  time CALLS             -> the milliseconds of so many calls
A new operation is a function that loads its arrays and returns the call.
"""

import importlib
import signal
import sys
import time
from pathlib import Path

FOLDER = Path(sys.argv[1])
MODULES = ("numpy", "scipy", "sklearn")


def load(name):
    import numpy

    return numpy.fromfile(FOLDER / f"{name}.f64", "<f8")


def weighted(counts):
    """One number of many counts: the mean bin."""
    return sum(i * int(count) for i, count in enumerate(counts)) / int(sum(counts))


def kolmogorov_smirnov():
    from scipy.stats import ks_2samp

    x, y = load("x"), load("y")
    return lambda: ks_2samp(x, y, method="asymp").pvalue


def cramer_von_mises():
    from scipy.stats import cramervonmises_2samp

    x, y = load("x"), load("y")
    return lambda: cramervonmises_2samp(x, y, method="asymptotic").pvalue
def mann_whitney():
    from scipy.stats import mannwhitneyu

    x, y = load("x"), load("y")
    return lambda: mannwhitneyu(x, y, method="asymptotic").pvalue


def wasserstein():
    from scipy.stats import wasserstein_distance

    x, y = load("x"), load("y")
    return lambda: wasserstein_distance(x, y)


def energy_distance():
    from scipy.stats import energy_distance

    x, y = load("x"), load("y")
    return lambda: energy_distance(x, y)
def t_test():
    from scipy.stats import ttest_ind

    x, y = load("x"), load("y")
    return lambda: ttest_ind(x, y).pvalue


def binned_quantile():
    import numpy

    y, edges = load("y"), load("edges")
    open_ended = numpy.concatenate(([-numpy.inf], edges, [numpy.inf]))
    return lambda: weighted(numpy.histogram(y, open_ended)[0])


def binned_uniform():
    import numpy

    y, (low, high) = load("y"), load("range")
    return lambda: weighted(numpy.histogram(y, bins=50, range=(low, high))[0])


def moments():
    from scipy.stats import describe

    y = load("y")
    return lambda: describe(y).kurtosis


def sort():
    import numpy

    y = load("y")
    return lambda: numpy.sort(y)[len(y) // 2]


OPERATIONS = {
    "drift.kolmogorov_smirnov": ("scipy", kolmogorov_smirnov),
    "drift.cramer_von_mises": ("scipy", cramer_von_mises),
    "drift.mann_whitney": ("scipy", mann_whitney),
    "drift.wasserstein": ("scipy", wasserstein),
    "drift.energy_distance": ("scipy", energy_distance),
    "drift.t_test": ("scipy", t_test),
    "drift.binned.quantile": ("numpy", binned_quantile),
    "drift.binned.uniform": ("numpy", binned_uniform),
    "moments": ("scipy", moments),
    "sort": ("numpy", sort),
}


def is_there(module):
    try:
        importlib.import_module(module)
        return True
    except ImportError:
        return False


def timed(call):
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1e3


def answer(request, state):
    verb, *words = request.split()
    if verb == "versions":
        return " ".join(f"{m}={importlib.import_module(m).__version__}" for m in MODULES if is_there(m))
    if verb == "prepare":
        module, make = OPERATIONS.get(words[0], (None, None))
        if make is None:
            return "unknown"
        if not is_there(module):
            return f"missing {module}"
        state["call"] = make()
        return "ready"
    if verb == "value":
        return repr(float(state["call"]()))
    if verb == "time":
        return " ".join(repr(timed(state["call"])) for _ in range(int(words[0])))
    return "unknown"


def main():
    # A terminal's Ctrl-C reaches this process too; the one that started it ends it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    state = {}
    for line in sys.stdin:
        print(answer(line, state), flush=True)


main()
