"""Posts into a room of a Matrix server (Synapse) on this machine, and reads the room as its members do.

    python matrix.py PROGRAM
"""
import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from urllib.parse import quote

from sprint_days import MONDAY, TUESDAY, WEDNESDAY, free_port, run_post


class Server:
    """Synapse with a database in a folder of its own."""

    def __init__(self, folder):
        self.url = f"http://127.0.0.1:{(port := free_port())}"
        config = os.path.join(folder, "homeserver.yaml")
        synapse = [sys.executable, "-m", "synapse.app.homeserver", "-c", config]
        generate = ["--generate-config", "--server-name", "acme.example", "--report-stats", "no", "--data-directory", folder]
        subprocess.run([*synapse, *generate], check=True, capture_output=True, cwd=folder)
        extra = os.path.join(folder, "extra.yaml")
        with open(extra, "w", encoding="utf-8") as file:
            listener = {"port": port, "type": "http", "bind_addresses": ["127.0.0.1"], "resources": [{"names": ["client"]}]}
            json.dump(
                {
                    "listeners": [listener],
                    "enable_registration": True,
                    "enable_registration_without_verification": True,
                    "trusted_key_servers": [],
                    "encryption_enabled_by_default_for_room_type": "off",
                },
                file,
            )
        self.log = open(os.path.join(folder, "log"), "wb")
        self.process = subprocess.Popen([*synapse, "-c", extra], cwd=folder, stdout=self.log, stderr=self.log)
        for _ in range(300):
            try:
                self.call("GET", "/_matrix/client/versions")
                return
            except (OSError, urllib.error.URLError):
                time.sleep(0.2)
        raise RuntimeError("the server does not answer")

    def call(self, method, path, body=None, token=None):
        headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data=data, headers=headers, method=method)
        with urllib.request.urlopen(request, timeout=20) as answer:
            content = answer.read()
        return json.loads(content) if content.startswith(b"{") else content

    def register(self, name):
        body = {"username": name, "password": "pa55-word", "auth": {"type": "m.login.dummy"}}
        return self.call("POST", "/_matrix/client/v3/register", body, None)["access_token"]

    def stop(self):
        self.process.terminate()
        self.process.wait()
        self.log.close()


def events(server, room, token):
    """The messages of a room, the oldest first."""
    path = f"/_matrix/client/v3/rooms/{quote(room)}/messages?dir=b&limit=100"
    chunk = server.call("GET", path, token=token)["chunk"]
    return [event for event in reversed(chunk) if event["type"] == "m.room.message"]


def main(program):
    with tempfile.TemporaryDirectory() as folder:
        server = Server(folder)
        try:
            bot, member = server.register("bot"), server.register("member")
            create = {"preset": "public_chat", "room_alias_name": "team", "invite": ["@member:acme.example"]}
            room = server.call("POST", "/_matrix/client/v3/createRoom", create, bot)["room_id"]
            server.call("POST", f"/_matrix/client/v3/join/{quote(room)}", {}, member)
            with tempfile.TemporaryDirectory() as work:
                check_thread(program, work, server, room, bot, member)
            with tempfile.TemporaryDirectory() as work:
                check_refusals(program, work, server, room, bot)
        finally:
            server.stop()
    print("matrix: passed")


def check_thread(program, folder, server, room, bot, member):
    """A sprint is a thread whose first message is renewed; a deleted one is posted anew."""
    variables = {"MATRIX_HOMESERVER": server.url, "MATRIX_ACCESS_TOKEN": bot}
    to = "matrix:#team:acme.example"
    expected = ["opened a thread for Sprint 12", "nothing new since", "replied in the thread of Sprint 12"]
    for day, part in zip([MONDAY, MONDAY, TUESDAY], expected):
        code, printed = run_post(program, folder, day, to, variables)
        assert code == 0 and part in printed, printed
    opening, first, renewal, second = [event["content"] for event in events(server, room, member)]
    thread = events(server, room, member)[0]["event_id"]
    assert "0 of 9 points done" in opening["body"].replace("\u00a0", " "), opening
    assert first["m.relates_to"]["event_id"] == second["m.relates_to"]["event_id"] == thread
    assert first["m.relates_to"]["rel_type"] == "m.thread"
    assert renewal["m.relates_to"] == {"rel_type": "m.replace", "event_id": thread}
    assert "3 of 9 points done" in renewal["m.new_content"]["body"].replace("\u00a0", " ")
    assert "<li>Completed SP-1 Item &lt;SP-1&gt; &amp; *more* ü" in second["formatted_body"], second
    media = first["url"].removeprefix("mxc://")
    picture = server.call("GET", f"/_matrix/client/v1/media/download/{media}", token=member)
    assert picture.startswith(b"\x89PNG") and len(picture) == first["info"]["size"]
    # A retry after a lost state posts nothing twice: the server knows the events.
    os.remove(os.path.join(folder, "posts.json"))
    code, printed = run_post(program, folder, MONDAY, to, variables)
    assert code == 0, printed
    assert len(events(server, room, member)) == 4
    path = f"/_matrix/client/v3/rooms/{quote(room)}/redact/{quote(thread)}/1"
    server.call("PUT", path, {}, bot)
    code, printed = run_post(program, folder, WEDNESDAY, to, variables)
    assert code == 0 and "is gone, so a new one was posted" in printed, printed


def check_refusals(program, folder, server, room, bot):
    """Each refusal has a remedy."""
    stranger = server.register("stranger")
    secret = {"preset": "private_chat", "initial_state": [encryption()]}
    encrypted = server.call("POST", "/_matrix/client/v3/createRoom", secret, bot)["room_id"]
    for token, to, part in [
        ("wrong", f"matrix:{room}", "M_UNKNOWN_TOKEN"),
        (bot, "matrix:#nothing:acme.example", "check the room's id (!…:server) or alias"),
        (bot, f"matrix:{encrypted}", "the room is encrypted: name a room without encryption"),
        (stranger, f"matrix:{encrypted}", "invite the user into the room, and let it join"),
    ]:
        variables = {"MATRIX_HOMESERVER": server.url, "MATRIX_ACCESS_TOKEN": token}
        code, printed = run_post(program, folder, MONDAY, to, variables)
        assert code == 1 and part in printed, printed


def encryption():
    return {"type": "m.room.encryption", "state_key": "", "content": {"algorithm": "m.megolm.v1.aes-sha2"}}


if __name__ == "__main__":
    main(sys.argv[1])
