"""Media: what recordings and documents that go with a session must have, and what can be read out of them.

`captions` reads the captions of recordings, `pdf` the documents; `resources` says where their files are.
"""
