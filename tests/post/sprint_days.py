"""The days of a sprint, and runs of `emberline post` with them."""
import json
import os
import socket
import subprocess

MONDAY = ("2026-03-02T17:00:00Z", {})
TUESDAY = ("2026-03-03T17:00:00Z", {"SP-1": "2026-03-03T10:00:00Z"})
WEDNESDAY = ("2026-03-04T17:00:00Z", {"SP-1": "2026-03-03T10:00:00Z", "SP-2": "2026-03-04T10:00:00Z"})


def free_port():
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def run_post(program, folder, day, to, variables, more=()):
    """Posts a day of a sprint; returns the exit code and what was printed. Secrets of `variables` must not be in it."""
    as_of, done = day
    items = [
        {
            "id": key,
            "title": f"Item <{key}> & *more* ü",
            "estimate": 3,
            "events": [{"at": done[key], "event": "completed"}] if key in done else [],
        }
        for key in ("SP-1", "SP-2", "SP-3")
    ]
    sprint = {"name": "Sprint 12", "goal": "Pay", "start": "2026-03-02", "end": "2026-03-06", "as_of": as_of, "items": items}
    path = os.path.join(folder, "sprint.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(sprint, file)
    command = [program, "post", path, "--to", to, "--state", os.path.join(folder, "posts.json"), *more]
    environment = {"PATH": os.environ["PATH"], "HOME": folder, **variables}
    result = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    printed = (result.stdout + result.stderr).replace("\u00a0", " ")
    for name, value in variables.items():
        if name.endswith(("TOKEN", "KEY")) or name == "SMTP_URL":
            assert value not in printed, f"{name} is printed: {printed}"
    return result.returncode, printed
