"""Starts a bootstrap against a Runtime API of ours, lets it poll, sends one event and prints its answer.

Usage: invoke.py EVENT.json COMMAND...     COMMAND starts the bootstrap, perhaps under an emulator
The protocol: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
"""

import http.server
import os
import pathlib
import queue
import subprocess
import sys
import threading
import time

PREFIX = "/2018-06-01/runtime/"
# Generous: under emulation everything takes longer.
SECONDS = 60


class RuntimeApi(http.server.ThreadingHTTPServer):
    """One event for the first poll; later polls wait, as Lambda's do."""

    daemon_threads = True

    def __init__(self, event):
        super().__init__(("127.0.0.1", 0), Handler)
        self.event = event
        self.polls = 0
        self.polled_at = queue.Queue()
        self.answers = queue.Queue()

    def handle_error(self, request, client_address):
        # The bootstrap is killed while it waits on a connection.
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, body=b"", headers=()):
        self.send_response(status)
        for name, value in (*headers, ("Content-Length", str(len(body)))):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        if self.path != PREFIX + "invocation/next":
            return self.answer(404)
        self.server.polls += 1
        if self.server.polls > 1:
            time.sleep(SECONDS)
            return None
        self.server.polled_at.put(time.perf_counter())
        deadline = int((time.time() + SECONDS) * 1000)
        return self.answer(200, self.server.event, (
            ("Content-Type", "application/json"),
            ("Lambda-Runtime-Aws-Request-Id", "8476a536-e9f4-11e8-9739-2dfe598c3fcd"),
            ("Lambda-Runtime-Deadline-Ms", str(deadline)),
            ("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-central-1:123456789012:function:emberline"),
            ("Lambda-Runtime-Trace-Id", "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700"),
        ))

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"] or 0))
        self.answer(202)
        self.server.answers.put((self.path, body))


def environment(port):
    # The developer's own keys and settings are not the function's.
    foreign = ("AWS_", "EMBERLINE_")
    own = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
    return own | {
        "AWS_LAMBDA_RUNTIME_API": f"127.0.0.1:{port}",
        "AWS_LAMBDA_FUNCTION_NAME": "emberline",
        "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "256",
        "AWS_LAMBDA_LOG_GROUP_NAME": "/aws/lambda/emberline",
        "AWS_LAMBDA_LOG_STREAM_NAME": "2026/03/11/[$LATEST]0",
        "AWS_REGION": "eu-central-1",
        "AWS_ACCESS_KEY_ID": "AKIAIOSFODNN7EXAMPLE",
        "AWS_SECRET_ACCESS_KEY": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        "_HANDLER": "bootstrap",
    }


def main(event, *command):
    server = RuntimeApi(pathlib.Path(event).read_bytes())
    threading.Thread(target=server.serve_forever, daemon=True).start()
    started_at = time.perf_counter()
    bootstrap = subprocess.Popen(command, env=environment(server.server_port), stdout=sys.stderr)
    try:
        polled_at = heard(server.polled_at, bootstrap)
        path, body = heard(server.answers, bootstrap)
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
