"""The constant page that the unit is made of: 30 kB of HTML."""

PAGE = b"<!doctype html><title>A page</title>" + b"<p>Thirty kilobytes of nothing.</p>\n" * 850
