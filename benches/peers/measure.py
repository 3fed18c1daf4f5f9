"""Compares emberline with other renderers on one burndown; run.sh starts it. Python 3.11, standard library only.

Prints a Markdown table, and writes the same figures with every cold sample to results.json.
"""

import argparse
import json
import os
import platform
import shutil
import statistics
import struct
import subprocess
import sys
import time
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPO = HERE.parent.parent
CACHE = Path(os.environ["PEERS_CACHE"])
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", REPO / "target"))
MODULES = CACHE / "node_modules"
FONTS = MODULES / "@expo-google-fonts" / "inter"
FONT = FONTS / "400Regular" / "Inter_400Regular.ttf"
CHARTJS = HERE / "burndown.chartjs.json"
SPRINT = HERE / "burndown.sprint.json"
SIZE = (1600, 900)
WARM_UP = 20
MEMORY_RUNS = 5
ENVIRONMENT = {**os.environ, "NODE_ENV": "production", "NODE_PATH": str(MODULES), "PEERS_FONTS": str(FONTS)}


@dataclass
class Peer:
    name: str
    version: str = ""
    cold: list[str] | None = None
    # The PNG that `cold` writes. None for references, which draw nothing.
    output: Path | None = None
    warm: list[str] | None = None
    # Descriptions of the variants in the output of `warm`.
    variants: dict[str, str] = field(default_factory=dict)


def main() -> None:
    options = parse_arguments()
    out = CACHE / "out"
    out.mkdir(parents=True, exist_ok=True)
    peers = [emberline_peer(options, out), *chartjs_peers(options, out), fulgur_peer(options, out), *reference_peers()]

    skipped = []
    for peer in peers:
        if peer.cold and (reason := failure_reason(peer)):
            skipped.append(f"{peer.name}, cold: {reason}")
            peer.cold = None
        elif not peer.cold and peer.output:
            skipped.append(f"{peer.name}, cold: {peer.version}")
        if not peer.warm and peer.output:
            skipped.append(f"{peer.name}, warm: not built")

    rows = [*measure_cold(peers, options.cold), *measure_warm(peers, options.rounds, skipped)]
    report = {
        "machine": describe_machine(),
        "size": SIZE,
        "versions": {peer.name: peer.version for peer in peers},
        "commands": {
            peer.name: {"cold": peer.cold and shorten_command(peer.cold), "warm": peer.warm and shorten_command(peer.warm)}
            for peer in peers
        },
        "skipped": skipped,
        "rows": rows,
    }
    options.json.write_text(json.dumps(report, indent=1) + "\n")
    print(format_markdown(report))
    print(f"figures: {options.json}\npictures: {out}", file=sys.stderr)


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.sh", description=__doc__.splitlines()[0])
    parser.add_argument("--emberline", type=Path, help="the binary (default: target/release/emberline, built if missing)")
    parser.add_argument("--cold", type=int, default=25, help="whole-process runs of each renderer (default 25)")
    parser.add_argument("--warm", type=int, default=60, help="in-process renders of each renderer a round (default 60)")
    parser.add_argument("--rounds", type=int, default=3, help="warm rounds, the renderers taking turns (default 3)")
    parser.add_argument("--json", type=Path, default=CACHE / "results.json", help="where the JSON goes")
    parser.add_argument("--no-setup", action="store_true", help="install and build no peer (read by run.sh)")
    options = parser.parse_args()
    if min(options.cold, options.warm, options.rounds) < 1:
        parser.error("--cold, --warm and --rounds are at least 1")
    return options


# The renderers


def emberline_peer(options: argparse.Namespace, out: Path) -> Peer:
    peer = Peer("emberline", "not built", output=out / "emberline.png")
    binary = options.emberline or TARGET / "release" / "emberline"
    if not binary.exists() and not options.emberline:
        run_cargo("build", "--release", "--package", "emberline-cli")
    if binary.exists():
        peer.version = first_output_line([str(binary), "--version"])
        peer.cold = [str(binary), "render", str(SPRINT), "-o", str(peer.output)]
    if (REPO / "examples" / "warm.rs").exists() and run_cargo("build", "--release", "--package", "emberline", "--example", "warm"):
        # `cargo run` is not used, because it execs the example, so that the peak memory would be that of cargo.
        peer.warm = [str(TARGET / "release" / "examples" / "warm"), str(SPRINT), str(options.warm)]
        peer.variants = {"png": "PNG", "svg": "SVG alone"}
    return peer


def chartjs_peers(options: argparse.Namespace, out: Path) -> list[Peer]:
    peers = []
    for name, script, packages, variants in [
        ("Chart.js + @napi-rs/canvas", "chartjs-napi.cjs", ["chart.js", "@napi-rs/canvas"],
         {"png": "PNG", "pixels": "raw pixels, no encoder"}),
        ("chartjs-node-canvas", "chartjs-node-canvas.cjs", ["chartjs-node-canvas", "canvas", "chart.js"],
         {"png": "PNG", "fast_png": "PNG, level 1, no filter"}),
    ]:
        peer = Peer(name, "not installed", output=out / Path(script).with_suffix(".png").name)
        if shutil.which("node") and all((MODULES / package).exists() for package in packages):
            peer.version = ", ".join(f"{package} {npm_version(package)}" for package in packages)
            run = ["node", str(HERE / script)]
            peer.cold = [*run, "cold", str(CHARTJS), str(peer.output)]
            peer.warm = [*run, "warm", str(CHARTJS), str(peer.output), str(options.warm), str(WARM_UP)]
            peer.variants = variants
        peers.append(peer)
    return peers


def fulgur_peer(options: argparse.Namespace, out: Path) -> Peer:
    peer = Peer("fulgur-chart", "not installed", output=out / "fulgur-chart.png")
    if not FONT.exists():
        peer.version = "no Inter, see npm"
        return peer
    cli, warm = CACHE / "cargo" / "bin" / "fulgur-chart", CACHE / "target" / "release" / "fulgur-warm"
    if cli.exists():
        peer.version = f"command {first_output_line([str(cli), '--version']).split()[-1]}"
        peer.cold = [str(cli), "render", str(CHARTJS), "-o", str(peer.output), "--font", str(FONT)]
    if warm.exists():
        manifest = tomllib.loads((HERE / "fulgur-warm" / "Cargo.toml").read_text())
        peer.version += f", library {manifest['dependencies']['fulgur-chart'].lstrip('=')}"
        peer.warm = [str(warm), str(CHARTJS), str(FONT), str(options.warm), str(WARM_UP)]
        peer.variants = {"png": "PNG", "fast_png": "PNG, fast preset", "svg": "SVG alone"}
    return peer


def reference_peers() -> list[Peer]:
    """Returns empty processes, which measure the cost before anything is drawn."""
    empty = [Peer("(empty process)", cold=[shutil.which("true") or "true"])]
    if shutil.which("node"):
        empty.append(Peer("(empty node script)", first_output_line(["node", "--version"]), cold=["node", "-e", "0"]))
    return empty


def run_cargo(*words: str) -> bool:
    if not shutil.which("cargo"):
        return False
    return subprocess.run(["cargo", *words], cwd=REPO, stdout=sys.stderr).returncode == 0


def npm_version(package: str) -> str:
    return json.loads((MODULES / package / "package.json").read_text())["version"]


def first_output_line(command: list[str]) -> str:
    answer = subprocess.run(command, capture_output=True, text=True)
    lines = answer.stdout.splitlines()
    return lines[0] if answer.returncode == 0 and lines else "version unknown"


def failure_reason(peer: Peer) -> str | None:
    """Runs the peer once untimed, so that its files are in the page cache. Returns the reason if it draws nothing."""
    if peer.output:
        peer.output.unlink(missing_ok=True)
    try:
        answer = subprocess.run(peer.cold, env=ENVIRONMENT, capture_output=True, text=True)
    except OSError as error:
        return str(error)
    if answer.returncode != 0:
        lines = [line.strip() for line in answer.stderr.splitlines() if line.strip()]
        message = next((line for line in lines if "rror" in line), lines[0] if lines else "no message")
        return f"exit code {answer.returncode}: {message}"
    if peer.output and not peer.output.exists():
        return "it wrote no file"
    if peer.output and (size := png_size(peer.output)) != SIZE:
        return f"its picture is {size}, not {SIZE}"
    return None


def png_size(path: Path) -> tuple[int, int] | None:
    head = path.read_bytes()[:24]
    return struct.unpack(">II", head[16:24]) if head[:8] == b"\x89PNG\r\n\x1a\n" else None


# The measurements


def measure_cold(peers: list[Peer], runs: int) -> list[dict]:
    running = [peer for peer in peers if peer.cold]
    samples = {peer.name: [] for peer in running}
    # The peers take turns, so that other work on the machine affects all of them.
    for _ in range(runs):
        for peer in running:
            samples[peer.name].append(measure_process(peer.cold))
    rows = []
    for peer in running:
        wall = [sample[0] for sample in samples[peer.name]]
        peaks = [kib for _ in range(MEMORY_RUNS) if (kib := run_with_peak_memory(peer.cold)[1])]
        rows.append({
            "mode": "cold",
            "name": peer.name,
            "variant": "whole process" if peer.output else "reference",
            "n": runs,
            "median_ms": statistics.median(wall),
            "min_ms": min(wall),
            "max_ms": max(wall),
            "cpu_median_ms": statistics.median(sample[1] for sample in samples[peer.name]),
            "peak_kib": max(peaks, default=None),
            "bytes": peer.output.stat().st_size if peer.output else None,
            "samples_ms": wall,
        })
    return rows


def measure_process(command: list[str]) -> tuple[float, float]:
    """Returns the wall and CPU milliseconds from the spawn to the exit."""
    program = shutil.which(command[0]) or command[0]
    quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    start = time.perf_counter()
    pid = os.posix_spawn(program, command, ENVIRONMENT, file_actions=quiet)
    _, status, usage = os.wait4(pid, 0)
    wall = time.perf_counter() - start
    if status != 0:
        sys.exit(f"{shorten_command(command)} failed in a timed run")
    return wall * 1e3, (usage.ru_utime + usage.ru_stime) * 1e3


def run_with_peak_memory(command: list[str]) -> tuple[str, int | None]:
    """Returns the output of a command and its peak memory in KiB.

    GNU time measures it, because wait4 would include the pages of this process, of which a child is a copy at first.
    """
    gnu_time = shutil.which("time")
    if not gnu_time:
        return subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=True).stdout, None
    peak = CACHE / "peak"
    answer = subprocess.run(
        [gnu_time, "-f", "%M", "-o", str(peak), *command], env=ENVIRONMENT, capture_output=True, text=True, check=True
    )
    return answer.stdout, int(peak.read_text().split()[-1])


def measure_warm(peers: list[Peer], rounds: int, skipped: list[str]) -> list[dict]:
    running = [peer for peer in peers if peer.warm]
    answers = {peer.name: [] for peer in running}
    for _ in range(rounds):
        for peer in running:
            try:
                output, peak = run_with_peak_memory(peer.warm)
                answers[peer.name].append((group_by_variant(json.loads(output)), peak))
            except (subprocess.CalledProcessError, ValueError) as error:
                reason = f"{peer.name}, warm: {type(error).__name__}"
                if reason not in skipped:
                    skipped.append(reason)
    rows = []
    for peer in running:
        for key, variant in peer.variants.items():
            results = [(answer[key], peak) for answer, peak in answers[peer.name] if key in answer]
            if not results:
                continue
            # The peak is that of the process with all variants, so that only the first row has it.
            peaks = [peak for _, peak in results if peak] if key == "png" else []
            rows.append({
                "mode": "warm",
                "name": peer.name,
                "variant": variant,
                "n": sum(result["n"] for result, _ in results),
                "median_ms": statistics.median(result["median_ms"] for result, _ in results),
                "min_ms": reduce_unless_missing(min, [result.get("min_ms") for result, _ in results]),
                "max_ms": reduce_unless_missing(max, [result.get("max_ms") for result, _ in results]),
                "peak_kib": max(peaks, default=None),
                "bytes": results[0][0].get("bytes"),
            })
    return rows


def group_by_variant(answer: dict) -> dict:
    """Groups the figures by variant. The example of emberline prints them in one object, with the median of the SVG beside the PNG."""
    if "png" in answer:
        return answer
    variants = {"png": answer}
    if "svg_median_ms" in answer:
        variants["svg"] = {"n": answer["n"], "median_ms": answer["svg_median_ms"]}
    return variants


def reduce_unless_missing(choose, values: list):
    return None if None in values else choose(values)


# The report


def describe_machine() -> str:
    model = platform.processor() or platform.machine()
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        model = next(line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        pass
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    return f"{model}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}, load average at the end {load}"


def shorten_command(command: list[str]) -> str:
    """Returns the text of a command with the folders of this machine replaced."""
    words = " ".join(command)
    for folder, name in [(CACHE, "$CACHE"), (TARGET, "target"), (REPO, ".")]:
        words = words.replace(str(folder), name)
    return words


def format_markdown(report: dict) -> str:
    ours = {
        (row["mode"], row["variant"]): row["median_ms"] for row in report["rows"] if row["name"] == "emberline"
    }

    def number(value: float | None, places: int = 1) -> str:
        return "" if value is None else f"{value:.{places}f}"

    lines = [
        f"Machine: {report['machine']}",
        "",
        "| renderer | | median ms | min | max | n | CPU ms | peak MB | output kB | × emberline |",
        "|---|---|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for row in report["rows"]:
        places = 2 if row["median_ms"] < 10 else 1
        base = ours.get((row["mode"], row["variant"])) or ours.get((row["mode"], "PNG"))
        cells = [
            row["name"],
            f"{row['mode']}, {row['variant']}",
            number(row["median_ms"], places),
            number(row["min_ms"], places),
            number(row["max_ms"], places),
            str(row["n"]),
            number(row.get("cpu_median_ms")),
            number(row["peak_kib"] and row["peak_kib"] * 1024 / 1e6),
            number(row["bytes"] and row["bytes"] / 1e3),
            number(row["median_ms"] / base if base else None),
        ]
        lines.append(f"| {' | '.join(cells)} |")
    lines.append("")
    lines += [f"- {name}: {version}" for name, version in report["versions"].items() if version]
    for name, modes in report["commands"].items():
        lines += [f"- {name}, {mode}: `{command}`" for mode, command in modes.items() if command]
    lines += [f"- SKIPPED {line}" for line in report["skipped"]]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
