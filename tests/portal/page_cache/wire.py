"""The way to a database, which can be cut and mended while others use it."""

import socket
import threading
from contextlib import suppress


class Wire:
    """Listens at a port of its own, and hands all bytes on to the database of `settings`."""

    def __init__(self, settings: dict):
        self.target = (settings["HOST"] or "127.0.0.1", int(settings["PORT"]))
        self.connections: list[socket.socket] = []
        self.listener: socket.socket | None = None
        self.port = 0

    def __enter__(self) -> "Wire":
        self.mend()
        return self

    def __exit__(self, *_exception) -> None:
        self.cut()

    def mend(self) -> None:
        self.listener = socket.create_server(("127.0.0.1", self.port))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, args=[self.listener], daemon=True).start()

    def cut(self) -> None:
        """As a server does that is stopped: who is connected is cut off, who comes is refused."""
        with suppress(OSError):
            self.listener.shutdown(socket.SHUT_RDWR)  # wakes the thread that accepts
        self.listener.close()
        for connection in self.connections:
            with suppress(OSError):  # it may have ended by itself
                connection.shutdown(socket.SHUT_RDWR)
            connection.close()
        self.connections.clear()

    def replaced(self, url: str) -> str:
        """The address of the database by way of this wire."""
        return url.replace(f":{self.target[1]}/", f":{self.port}/")

    def accept(self, listener: socket.socket) -> None:
        while True:
            try:
                near, _address = listener.accept()
            except OSError:
                return
            far = socket.create_connection(self.target)
            self.connections += [near, far]
            for source, sink in ((near, far), (far, near)):
                threading.Thread(target=carry, args=[source, sink], daemon=True).start()


def carry(source: socket.socket, sink: socket.socket) -> None:
    with suppress(OSError):  # the wire was cut
        while data := source.recv(2**16):
            sink.sendall(data)
        sink.shutdown(socket.SHUT_WR)
