"""Media: what recordings and documents that go with a session must have, and what can be read out of them."""
