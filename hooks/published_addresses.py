"""Published addresses: pages that have moved lead on, and a build that lacks an address is refused."""

from pathlib import Path

from mkdocs.exceptions import PluginError

from atlas import urls
from atlas.mkdocs_site import add_files, build_of, log
from atlas.pages.records import redirect
from atlas.reading import addresses


def on_files(files, *, config):
    """Leave at each address that has moved a page that leads on."""
    build = build_of(config)
    taken = {file.dest_uri for file in files}
    for path, link in addresses.moved(addresses.read(build.root)[0]):
        file = f"{path.removeprefix(urls.ROOTS[build.lang])}index.html"
        if urls.edition_of(path) == build.lang and file not in taken:
            add_files(files, config, [(file, redirect(link, build.catalogue.identity.name, build.lang))])
    return files


def on_post_build(*, config):
    """Refuse a site of both editions that lacks a published address, before it takes the place of the last one."""
    build = build_of(config)
    register, problems = addresses.read(build.root)
    if build.lang != "fr" or build.preview or not (register or problems):
        return
    gone = (id for _, id in build.catalogue.left_out)
    told = [*problems, *addresses.lost(register, addresses.published(Path(config.site_dir)), gone)]
    for problem in told:
        log.error(str(problem))
    if told:
        count = f"{len(told)} adresse{'s' if len(told) > 1 else ''}"
        raise PluginError(f"{count} à régler dans {addresses.REGISTER} ; le site publié reste tel qu’il était.")
