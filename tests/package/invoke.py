"""Starts a bootstrap against a Runtime API of ours, lets it poll, sends one event and prints its answer.

Usage: invoke.py EVENT.json COMMAND...     COMMAND starts the bootstrap, perhaps under an emulator
"""

import pathlib
import queue
import subprocess
import sys
import time

from runtime_api import SECONDS, Server, environment


def main(event, *command):
    server = Server()
    server.events.put(pathlib.Path(event).read_bytes())
    started_at = time.perf_counter()
    bootstrap = subprocess.Popen(command, env=environment(server), stdout=sys.stderr)
    try:
        polled_at = heard(server.polls, bootstrap)
        _, path, body = heard(server.answers, bootstrap)
    finally:
        bootstrap.kill()
        bootstrap.wait()
    if not path.endswith("/response"):
        sys.exit(f"answered to {path}, expected …/response: {body.decode(errors='replace')}")
    print(f"first poll after {1000 * (polled_at - started_at):.0f} ms, {len(body):,} bytes to {path}", file=sys.stderr)
    sys.stdout.buffer.write(body)


def heard(messages, bootstrap):
    """The next message, if it comes before the bootstrap ends and the time is over."""
    for _ in range(10 * SECONDS):
        try:
            return messages.get(timeout=0.1)
        except queue.Empty:
            if bootstrap.poll() is not None:
                sys.exit(f"the bootstrap ended with {bootstrap.returncode}, expected it to poll and to answer")
    sys.exit(f"the bootstrap neither polled nor answered within {SECONDS} s")


main(*sys.argv[1:])
