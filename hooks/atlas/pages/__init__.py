"""The pages: what each one says, as Markdown with a title and a description."""
