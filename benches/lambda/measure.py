"""Estimates the cost of two functions on Lambda. Both run with a local Runtime API and a server that accepts their uploads.

Usage: measure.py --bootstrap FILE --modules DIR [--starts N] [--warm N]

The processor time of the process (user + system) depends little on other work of the machine. The billed time follows from it, because
Lambda gives a function one processor for each 1769 MB. The wall time is the minimum of all runs.
"""

import argparse
import json
import pathlib
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1] / "tests" / "package"))
from runtime_api import Handler, RuntimeApiServer, lambda_environment

PEERS = HERE.parent / "peers"
# Prices in us-east-1, July 2026: dollars per GB second for arm64 and x86_64, and dollars per million requests.
ARM, X86, REQUESTS = 0.0000133334, 0.0000166667, 0.20


class StorageHandler(Handler):
    def do_PUT(self):
        self.read_body()
        self.send_answer(200, headers=(("ETag", '"0"'),))


def processor_time(pid):
    """Returns the processor time of all threads of a process, in milliseconds."""
    return sum(int((task / "schedstat").read_text().split()[0]) for task in pathlib.Path(f"/proc/{pid}/task").iterdir()) / 1e6


def peak_memory(pid):
    """Returns the peak memory of a process in MB."""
    lines = pathlib.Path(f"/proc/{pid}/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024


def measure_function(command, event, settings, warm):
    """Starts a function, invokes it 1 + `warm` times and returns the measured times in milliseconds and the peak memory."""
    storage, api = RuntimeApiServer(StorageHandler), RuntimeApiServer()
    env = lambda_environment(api) | settings | {
        "AWS_ENDPOINT_URL_S3": f"http://127.0.0.1:{storage.server_port}", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "512",
    }
    started = time.perf_counter()
    process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL)
    try:
        result = {"init": (api.polls.get(timeout=60) - started) * 1e3, "init_cpu": processor_time(process.pid)}
        walls = []
        for turn in range(warm + 1):
            before = processor_time(process.pid)
            sent = time.perf_counter()
            api.events.put(event)
            at, path, body = api.answers.get(timeout=60)
            api.polls.get(timeout=60)
            assert path.endswith("/response") and b'"url"' in body, (path, body[:300])
            if turn == 0:
                result |= {"first": (at - sent) * 1e3, "first_cpu": processor_time(process.pid) - before}
                base = processor_time(process.pid)
            else:
                walls.append((at - sent) * 1e3)
        result |= {"warm": min(walls), "warm_cpu": (processor_time(process.pid) - base) / warm, "peak": peak_memory(process.pid)}
        return result
    finally:
        process.kill()
        process.wait()
        storage.shutdown()
        api.shutdown()


def estimate_cost(cpu, memory, price):
    """Returns the billed milliseconds of a warm invocation (its CPU time by the share of a processor, rounded up) and the dollars for a
    million of them.
    """
    duration = -(-cpu // min(1.0, memory / 1769))
    return duration, duration / 1000 * memory / 1024 * price * 1e6 + REQUESTS


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bootstrap", required=True)
    parser.add_argument("--modules", required=True)
    parser.add_argument("--starts", type=int, default=10)
    parser.add_argument("--warm", type=int, default=50)
    options = parser.parse_args()
    sprint = json.loads((PEERS / "burndown.sprint.json").read_text())
    functions = {
        "emberline": ([options.bootstrap], json.dumps({"sprint": sprint}), {"EMBERLINE_BUCKET": "pictures"}),
        "Chart.js + canvas on node": (["node", str(HERE / "function.mjs")], (PEERS / "burndown.chartjs.json").read_text(),
                                      {"PEER_MODULES": options.modules}),
    }
    runs = {name: [] for name in functions}
    for _ in range(options.starts):
        for name, (command, event, settings) in functions.items():
            runs[name].append(measure_function(command, event.encode(), settings, options.warm))
    print("| | init, wall (min) | init, CPU | first, CPU | warm, wall (min) | warm, CPU | peak memory |\n|---|--:|--:|--:|--:|--:|--:|")
    median = {}
    for name, results in runs.items():
        median[name] = {key: statistics.median(result[key] for result in results) for key in results[0]}
        m = median[name]
        init, warm = (min(result[key] for result in results) for key in ("init", "warm"))
        print(f"| {name} | {init:.1f} ms | {m['init_cpu']:.1f} ms | {m['first_cpu']:.1f} ms | {warm:.1f} ms | {m['warm_cpu']:.1f} ms | {m['peak']:.0f} MB |")
    print("\n| a million images, arm64 | 128 MB | 256 MB | 512 MB |\n|---|--:|--:|--:|")
    for name, m in median.items():
        cells = []
        for memory in (128, 256, 512):
            if m["peak"] > memory:
                cells.append("does not fit")
                continue
            duration, dollars = estimate_cost(m["warm_cpu"], memory, ARM)
            cells.append(f"{duration:.0f} ms, ${dollars:.2f}")
        print(f"| {name} | {' | '.join(cells)} |")


main()
