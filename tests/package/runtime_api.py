"""Lambda's Runtime API, which exchanges events and responses through queues: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html"""

import http.server
import os
import queue
import sys
import threading
import time

PREFIX = "/2018-06-01/runtime/"
# The timeout is long, because emulation is slow.
SECONDS = 60


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = 65536

    def log_message(self, *_):
        pass

    def read_body(self):
        if "chunked" not in self.headers.get("Transfer-Encoding", ""):
            return self.rfile.read(int(self.headers["Content-Length"] or 0))
        parts = []
        while size := int(self.rfile.readline().split(b";")[0], 16):
            parts.append(self.rfile.read(size))
            self.rfile.readline()
        while self.rfile.readline().strip():
            pass
        return b"".join(parts)

    def send_answer(self, status, body=b"", headers=()):
        self.send_response(status)
        for name, value in (*headers, ("Content-Length", str(len(body)))):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()


class RuntimeApiHandler(Handler):
    def do_GET(self):
        if self.path != PREFIX + "invocation/next":
            return self.send_answer(404)
        self.server.polls.put(time.perf_counter())
        event = self.server.events.get()
        deadline = int((time.time() + SECONDS) * 1000)
        return self.send_answer(200, event, (
            ("Content-Type", "application/json"),
            ("Lambda-Runtime-Aws-Request-Id", "8476a536-e9f4-11e8-9739-2dfe598c3fcd"),
            ("Lambda-Runtime-Deadline-Ms", str(deadline)),
            ("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-central-1:123456789012:function:emberline"),
            ("Lambda-Runtime-Trace-Id", "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700"),
        ))

    def do_POST(self):
        body = self.read_body()
        self.send_answer(202)
        self.server.answers.put((time.perf_counter(), self.path, body))


class RuntimeApiServer(http.server.ThreadingHTTPServer):
    """A server that runs in a thread. `polls` receives the times of polls, each of `events` goes to one poll, and `answers` receives the
    time, path and body of each response.
    """

    daemon_threads = True

    def __init__(self, handler=RuntimeApiHandler):
        super().__init__(("127.0.0.1", 0), handler)
        self.polls, self.events, self.answers = queue.Queue(), queue.Queue(), queue.Queue()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, request, client_address):
        # A test kills the function while it waits for an event, which breaks the connection.
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def lambda_environment(runtime):
    # The developer's keys and settings are removed.
    own = {name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "EMBERLINE_"))}
    return own | {
        "AWS_LAMBDA_RUNTIME_API": f"127.0.0.1:{runtime.server_port}",
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
