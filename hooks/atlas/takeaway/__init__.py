"""What readers of the Academy take away: documents to print, and the course in a folder that needs no network.

`making` makes it all from an `edition` of the course, of which `texts` are trees (`tree`). `booklet` is what is
printed, `offline` the folder, `printable` the page to print; `ledger` knows when nothing has changed.
"""
