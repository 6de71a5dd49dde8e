"""Whole pages, kept until anything on them changes, and answered before Django is asked.

`keeping` marks the views whose pages may be kept, `raising` hears of every change, the `board`
knows when each scope last changed, and the `door` stands around the WSGI application.
"""
