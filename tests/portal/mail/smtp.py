"""A mail server of some hundred lines: real sockets, and as obstinate as a test wants it."""

import email
import email.policy
import socketserver
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field

PATIENCE = 30  # seconds


@dataclass
class Hold:
    """The server has come to a stage and says nothing until it is let go."""

    reached: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    let_go: threading.Event = field(default_factory=threading.Event)

    def wait(self):
        """Until one more conversation has come here."""
        assert self.reached.acquire(timeout=PATIENCE), "nobody came"


class Conversation(socketserver.StreamRequestHandler):
    timeout = PATIENCE

    def handle(self):
        self.recipient = ""
        try:
            self.say("GREETING", "220 test")
            while line := self.rfile.readline():
                word = line[:4].decode().strip().upper()
                if self.answer(word, line.decode().strip()):
                    return
        except (ConnectionError, TimeoutError):
            pass  # the client was killed, or we hung up

    def answer(self, word, line):
        match word:
            case "QUIT":
                self.say(word, "221 bye")
                return True
            case "RCPT":
                self.recipient = line.partition("<")[2].partition(">")[0]
                self.say(word, self.server.refusals.get(self.recipient, "250 ok"))
            case "DATA":
                self.take_in()
            case _:
                self.say(word, "250 ok")
        return False

    def take_in(self):
        if not self.say("DATA", "354 go on"):
            return
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            if not line:
                return  # the client is gone, and its text is not whole
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        if refusal := self.server.refusals.get("END"):
            self.write(refusal)
            return
        message = email.message_from_bytes(b"".join(lines), policy=email.policy.default)
        self.server.delivered.append((self.recipient, message))
        self.say("END", "250 taken")

    def say(self, stage, usual):
        """Whether the usual was said."""
        if hold := self.server.holds.get(stage):
            hold.reached.release()
            hold.let_go.wait(PATIENCE)
        if stage in self.server.hangs_up_at:
            raise ConnectionError
        refusal = self.server.refusals.get(stage)
        self.write(refusal or usual)
        return not refusal

    def write(self, line):
        self.wfile.write(f"{line}\r\n".encode())


class MailServer(socketserver.ThreadingTCPServer):
    """`delivered` holds (recipient, message). Stages are GREETING, EHLO, MAIL, RCPT, DATA and END,
    which comes after the text was taken in; `refusals` may name a recipient as well.
    """

    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 50

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Conversation)
        self.delivered, self.refusals, self.holds, self.hangs_up_at = [], {}, {}, set()

    @property
    def port(self):
        return self.server_address[1]

    @property
    def url(self):
        return f"smtp://127.0.0.1:{self.port}"

    @property
    def recipients(self):
        return [recipient for recipient, _message in self.delivered]

    @contextmanager
    def held_at(self, stage):
        hold = self.holds[stage] = Hold()
        try:
            yield hold
        finally:
            del self.holds[stage]
            hold.let_go.set()


@contextmanager
def mail_server():
    with MailServer() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
