"""A child process with one site: it reads a command a line, and answers with the time that the command took."""

from bench import instance
from pathlib import Path
from time import perf_counter
from time import process_time

import gc
import importlib
import json
import logging
import os
import resource
import sys
import warnings


def main(side: str, folder: str) -> None:
    """Obey until the input ends; everything but answers goes to the error stream."""
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    warnings.simplefilter("ignore")
    logging.basicConfig(level=logging.ERROR)
    module = importlib.import_module(side)
    if hasattr(module, "before_start"):
        module.before_start()
    wsgi, app = instance.start(Path(folder))
    site = module.Site(app)
    for line in sys.stdin:
        name, arguments = json.loads(line)
        if name == "usage":
            answer = {"value": usage()}
        else:
            answer = _measured((lambda: instance.serve(wsgi)) if name == "serve" else getattr(site, name), arguments)
        print(json.dumps(answer), file=answers, flush=True)


def usage() -> dict[str, float]:
    """Processor seconds and peak memory of this process so far."""
    return {"cpu": process_time(), "peak_mib": peak()}


def peak() -> float:
    """Peak memory in MiB; on Linux rusage would tell the parent's peak, which lives on through fork and exec."""
    status = Path("/proc/self/status")
    if status.exists():
        return next(int(line.split()[1]) / 1024 for line in status.open() if line.startswith("VmHWM:"))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _measured(action, arguments: list) -> dict:
    gc.collect()
    wall, cpu = perf_counter(), process_time()
    value = action(*arguments)
    return {"wall": perf_counter() - wall, "cpu": process_time() - cpu, "value": value}


if __name__ == "__main__":
    main(*sys.argv[1:])
