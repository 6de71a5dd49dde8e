#!/bin/sh
# Fails with a sentence unless 127.0.0.1:$1 can be served.
exec python3 - "$1" <<'PYTHON'
import socket
import sys

port = sys.argv[1]
if not (port.isascii() and port.isdigit() and 1 <= int(port) <= 65535):
    sys.exit(f"PORT={port} is no port: give a number from 1 to 65535, as in `make demo PORT=8080`.")
with socket.socket() as listener:
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(("127.0.0.1", int(port)))
    except PermissionError:
        sys.exit(f"Port {port} is the system's: give one above 1023, as in `make demo PORT=8080`.")
    except OSError:
        sys.exit(
            f"Port {port} is busy, perhaps with another `make demo`. Stop that program or give "
            f"another port, as in `make demo PORT={int(port) % 65535 + 1}`."
        )
PYTHON
