"""Starts a bootstrap with a local Runtime API, sends it one event and prints the response.

Usage: invoke.py EVENT.json COMMAND...     COMMAND starts the bootstrap, perhaps under an emulator
"""

import pathlib
import queue
import subprocess
import sys
import time

from runtime_api import SECONDS, RuntimeApiServer, lambda_environment


def main(event, *command):
    server = RuntimeApiServer()
    server.events.put(pathlib.Path(event).read_bytes())
    started_at = time.perf_counter()
    bootstrap = subprocess.Popen(command, env=lambda_environment(server), stdout=sys.stderr)
    try:
        polled_at = wait_for_message(server.polls, bootstrap)
        _, path, body = wait_for_message(server.answers, bootstrap)
    finally:
        bootstrap.kill()
        bootstrap.wait()
    if not path.endswith("/response"):
        sys.exit(f"answered to {path}, expected …/response: {body.decode(errors='replace')}")
    print(f"first poll after {1000 * (polled_at - started_at):.0f} ms, {len(body):,} bytes to {path}", file=sys.stderr)
    sys.stdout.buffer.write(body)


def wait_for_message(messages, bootstrap):
    """Waits for the next message; exits if the bootstrap ends or the time is over."""
    for _ in range(10 * SECONDS):
        try:
            return messages.get(timeout=0.1)
        except queue.Empty:
            if bootstrap.poll() is not None:
                sys.exit(f"the bootstrap ended with {bootstrap.returncode}, expected it to poll and to answer")
    sys.exit(f"the bootstrap neither polled nor answered within {SECONDS} s")


main(*sys.argv[1:])
