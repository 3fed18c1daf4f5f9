#!/usr/bin/env python3
"""A function for the Runtime API. The field "do" of an event names its action."""

import http.client
import json
import os
import sys
import time

api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])


def call_api(method, path, body=None):
    api.request(method, "/2018-06-01/runtime/" + path, body)
    answer = api.getresponse()
    return answer, answer.read()


def response_text(event, headers):
    if event["do"] == "fill":
        return json.dumps("x" * (event["bytes"] - 2))
    left = int(headers["Lambda-Runtime-Deadline-Ms"]) - time.time() * 1000
    return json.dumps({"event": event, "headers": dict(headers), "env": dict(os.environ), "left": left})


if "INIT" in os.environ:
    call_api("POST", "init/error", json.dumps({"errorType": "InvalidConfiguration", "errorMessage": os.environ["INIT"]}))
    sys.exit(7)

while True:
    answer, event = call_api("GET", "invocation/next")
    request, event = answer.headers["Lambda-Runtime-Aws-Request-Id"], json.loads(event)
    print("request", request, flush=True)
    print("event", event["do"], file=sys.stderr, flush=True)
    if event["do"] == "exit":
        sys.exit(3)
    if event["do"] == "sleep":
        time.sleep(60)
    if event["do"] == "fail":
        error = {"errorType": "InvalidInput", "errorMessage": "no sprint", "stackTrace": []}
        call_api("POST", f"invocation/{request}/error", json.dumps(error))
        continue
    own, _ = call_api("POST", f"invocation/{request}/response", response_text(event, answer.headers))
    other, _ = call_api("POST", "invocation/another/response", "1")
    print("answered", own.status, other.status, flush=True)
