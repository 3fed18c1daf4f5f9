"""Compares emberline with Chart.js on many configurations; run.sh starts it. Python 3.11, standard library only."""

import argparse
import json
import math
import os
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

REPO = Path(__file__).resolve().parent.parent.parent
MODULES = Path(os.environ["PEERS_CACHE"]) / "node_modules"
FONTS = MODULES / "@expo-google-fonts" / "inter"
CASES = REPO.parent / "shared" / "chartjs-cases"
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", REPO / "target"))
ENVIRONMENT = {**os.environ, "NODE_ENV": "production", "NODE_PATH": str(MODULES), "PEERS_FONTS": str(FONTS)}


def main() -> None:
    parser = argparse.ArgumentParser(prog="run.sh", description=__doc__.splitlines()[0])
    parser.add_argument("--emberline", type=Path, default=TARGET / "release" / "emberline")
    parser.add_argument("--pictures", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    binary = str(options.emberline)
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        files = write_configurations(folder, options.pictures)
        print(f"{len(files)} configurations, 512 × 512, one core, CPU ms (user + system) a picture, median of {options.rounds}\n")
        print("| | PNG | SVG alone |\n|---|--:|--:|")
        render = [binary, "render", *files, "--out-dir", str(folder / "out"), "--width", "512", "--height", "512"]
        chartjs = ["node", str(Path(__file__).parent / "batch.cjs"), "512", "512", str(folder / "js"), *files]
        per_picture = lambda command: cpu_time(command, options.rounds) / len(files)
        ours, svg, theirs = per_picture(render), per_picture([*render, "--format", "svg"]), per_picture(chartjs)
        print(f"| emberline | {ours:.2f} | {svg:.2f} |\n| Chart.js + @napi-rs/canvas | {theirs:.2f} | |\n| times | {theirs / ours:.1f} | |\n")
        print("One large chart, whole process, CPU ms:\n\n| | PNG | SVG alone |\n|---|--:|--:|")
        for name, config in large_configurations():
            file = folder / "large.json"
            file.write_text(json.dumps(config))
            render = [binary, "render", str(file), "--width", "800", "--height", "400", "-o"]
            times = [cpu_time([*render, str(folder / f"large.{kind}")], options.rounds) for kind in ("png", "svg")]
            print(f"| {name} | {times[0]:.0f} | {times[1]:.0f} |")


def write_configurations(folder: Path, count: int) -> list[str]:
    """Writes `count` configurations to files and returns the paths. They are Chart.js's cases if these exist, otherwise the fixtures of the
    tests, repeated as needed. Configurations with time scales are omitted, because Chart.js needs an adapter for them.
    """
    if (CASES / "index.json").exists():
        ids = [case["id"] for case in json.loads((CASES / "index.json").read_text())]
        configs = [json.loads((CASES / f"{one}.json").read_text())["config"] for one in ids]
    else:
        configs = [json.loads(file.read_text()) for file in sorted((REPO / "tests/fixtures/chartjs").glob("*.json"))
                   if file.read_text().lstrip().startswith('{"')]
    configs = [config for config in configs if '"time' not in json.dumps(config) and "data" in config]
    files = []
    for index in range(count):
        file = folder / f"{index:05}.json"
        file.write_text(json.dumps(configs[index % len(configs)]))
        files.append(str(file))
    return files


def large_configurations() -> list[tuple[str, dict]]:
    """Returns large configurations with their names."""
    wave = [{"x": x, "y": round(math.sin(x / 900) * 50 + (x * 7919 % 101) / 10, 3)} for x in range(100_000)]
    line = {"data": wave, "parsing": False, "pointRadius": 0, "borderWidth": 1}
    linear = {"scales": {"x": {"type": "linear"}}, "parsing": False}

    def points(decimation: bool) -> dict:
        plugins = {"decimation": {"enabled": decimation}}
        return {"type": "line", "data": {"datasets": [dict(line)]}, "options": {**linear, "plugins": plugins}}

    many = [{"label": f"set {n}", "data": [(n * 31 + k * 17) % 97 for k in range(500)], "pointRadius": 0} for n in range(200)]
    labels = [f"label {n}" for n in range(500)]
    words = [f"label number {n}" for n in range(1000)]
    stacked = {"scales": {"x": {"stacked": True}, "y": {"stacked": True}}}
    bars = [{"label": f"set {n}", "data": [(n + k) % 7 for k in range(100)]} for n in range(200)]
    return [
        ("100 000 points in a line, decimated", points(True)),
        ("100 000 points in a line", points(False)),
        ("200 datasets × 500 points, legend", {"type": "line", "data": {"labels": labels, "datasets": many}}),
        ("200 datasets × 100 bars, stacked",
         {"type": "bar", "data": {"labels": labels[:100], "datasets": bars}, "options": stacked}),
        ("1 000 labels", {"type": "bar", "data": {"labels": words, "datasets": [{"data": [n % 50 for n in range(1000)]}]}}),
    ]


def cpu_time(command: list[str], rounds: int) -> float:
    """Returns the median CPU milliseconds of a process on one core, without the first run."""
    program = shutil.which(command[0]) or sys.exit(f"there is no program {command[0]}")
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    quiet = [(os.POSIX_SPAWN_OPEN, out, os.devnull, os.O_WRONLY, 0) for out in (1, 2)]
    times = []
    for _ in range(rounds + 1):
        pid = os.posix_spawn(program, command, ENVIRONMENT, file_actions=quiet)
        _, status, usage = os.wait4(pid, 0)
        if status != 0:
            sys.exit(f"{' '.join(command)[:200]} failed")
        times.append((usage.ru_utime + usage.ru_stime) * 1e3)
    return statistics.median(times[1:])


if __name__ == "__main__":
    main()
