"""The catalogue: everything is read and checked before the output folder is touched."""

from atlas.mkdocs_site import begin


def on_config(config):
    """Read and check the records; a mistake ends the build here, with all problems told."""
    begin(config)
    return config
