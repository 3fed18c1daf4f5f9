"""Posts into a mail server on this machine, and reads the mails as programs for mail do.

    python mail.py PROGRAM
"""
import email
import email.policy
import sys
import tempfile

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

from sprint_days import MONDAY, TUESDAY, WEDNESDAY, free_port, run_post


class Inbox:
    """Keeps the mails; refuses one recipient."""

    def __init__(self):
        self.mails = []

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody@"):
            return "550 5.1.1 no such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.mails.append(email.message_from_bytes(envelope.content, policy=email.policy.default))
        return "250 OK"


def authenticate(server, session, envelope, mechanism, data):
    ok = isinstance(data, LoginPassword) and (data.login, data.password) == (b"bot@acme.example", b"pa55")
    return AuthResult(success=ok, handled=False)


def main(program):
    inbox = Inbox()
    server = Controller(
        inbox, hostname="127.0.0.1", port=(port := free_port()), authenticator=authenticate, auth_required=True, auth_require_tls=False
    )
    server.start()
    address = f"smtp://bot%40acme.example:pa55@127.0.0.1:{port}"
    try:
        with tempfile.TemporaryDirectory() as folder:
            check_thread(program, folder, inbox, address)
            check_refusals(program, folder, inbox, port)
    finally:
        server.stop()
    print("mail: passed")


def check_thread(program, folder, inbox, address):
    """A sprint is one thread of mails; a mail has text, HTML and the picture."""
    to = "mailto:a@acme.example,b@acme.example"
    variables = {"SMTP_URL": address}
    expected = ["opened a thread for Sprint 12", "replied in the thread of Sprint 12", "nothing new since", "replied"]
    for day, part in zip([MONDAY, TUESDAY, TUESDAY, WEDNESDAY], expected):
        code, printed = run_post(program, folder, day, to, variables)
        assert code == 0 and part in printed, printed
    first, second, third = inbox.mails
    assert first["To"] == "a@acme.example, b@acme.example" and first["From"] == "bot@acme.example", first.items()
    assert first["Subject"] == second["Subject"] == "Sprint 12"
    assert first["References"] is None and first["In-Reply-To"] is None
    assert second["In-Reply-To"] == first["Message-ID"] == second["References"]
    assert third["References"] == f'{first["Message-ID"]} {second["Message-ID"]}'
    assert third["In-Reply-To"] == second["Message-ID"]
    assert second.get_content_type() == "multipart/alternative"
    text, related = second.iter_parts()
    assert "• Completed SP-1 Item <SP-1> & *more* ü (−3)" in text.get_content().replace("\u00a0", " ")
    assert "Burndown of Sprint 12" in text.get_content()
    assert related.get_content_type() == "multipart/related"
    html, picture = related.iter_parts()
    assert '<img src="cid:burndown" alt="Burndown of Sprint 12.' in html.get_content()
    assert "Item &lt;SP-1&gt; &amp; *more* ü" in html.get_content()
    assert picture["Content-ID"] == "<burndown>" and picture.get_content_type() == "image/png"
    assert picture.get_content().startswith(b"\x89PNG")


def check_refusals(program, folder, inbox, port):
    """Each refusal has a remedy, and nothing arrives."""
    count = len(inbox.mails)
    good, bad = f"smtp://bot%40acme.example:pa55@127.0.0.1:{port}", f"smtp://bot%40acme.example:no@127.0.0.1:{port}"
    for to, address, part in [
        ("mailto:nobody@acme.example", good, "does not accept the sender or a recipient"),
        ("mailto:c@acme.example", bad, "check user and password in SMTP_URL"),
        ("mailto:c@acme.example", "smtp://bot%40acme.example:no@127.0.0.1:1", "check the host, the port"),
        ("mailto:c@acme.example", "https://mail.acme.example", "SMTP_URL: found something else"),
    ]:
        code, printed = run_post(program, folder, MONDAY, to, {"SMTP_URL": address})
        assert code == 1 and part in printed, printed
    assert len(inbox.mails) == count


if __name__ == "__main__":
    main(sys.argv[1])
