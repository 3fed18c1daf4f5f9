"""Measures the time and memory of a process that reads a tracker's answer and writes an SVG.

    measure.py PROGRAM FOLDER

Another program writes the answers, because the peak memory of a child includes the size of its parent.
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROUNDS = 7


def measure_process(program, file, flags):
    """Runs a process; returns its wall time and processor time in seconds and its peak memory in kilobytes."""
    begin = time.perf_counter()
    child = subprocess.Popen([program, "render", file, "-o", os.devnull, "--format", "svg", *flags])
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - begin
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"{file} was refused")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def main():
    program, folder = sys.argv[1], Path(sys.argv[2])
    print(f"median of {ROUNDS} whole processes; the highest peak\n")
    print("| answer | MB | seconds | of the processor | peak MB | MB per MB |\n|---|--:|--:|--:|--:|--:|")
    for file in sorted(folder.glob("*.json")):
        size = file.stat().st_size / 1e6
        flags = file.with_suffix(".args").read_text().splitlines()
        runs = [measure_process(program, str(file), flags) for _ in range(ROUNDS)]
        seconds, busy = (statistics.median(run[n] for run in runs) for n in (0, 1))
        peak = max(run[2] for run in runs) / 1e3
        print(f"| {file.stem} | {size:.1f} | {seconds:.2f} | {busy:.2f} | {peak:.0f} | {peak / size:.1f} |", flush=True)


main()
