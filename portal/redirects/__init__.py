"""Redirects: what stood at an old address is found at the present one, and nothing is lost.

Other modules take two functions of `portal.redirects.moving`: `leave(path, document)` when a
document moves away from an address, and `claim(path)` when an address becomes a page's own.
"""
