"""Prints the content of an event or of its response on standard output.

Usage: event.py input EVENT.json       the sprint or the text of the chart in the HTTP request
       event.py picture ANSWER.json    the picture in the HTTP response
"""

import base64
import json
import sys

part, path = sys.argv[1:]
with open(path, "rb") as file:
    message = json.load(file)
if part == "input":
    body = json.loads(message["body"])
    sys.stdout.write(body.get("chart") or json.dumps(body["sprint"]))
else:
    assert message["statusCode"] == 200 and message["isBase64Encoded"], f"expected a picture, found {message}"
    sys.stdout.buffer.write(base64.b64decode(message["body"]))
