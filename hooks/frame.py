"""The frame of each page: what the theme needs to know, and typography over all of it."""

from atlas.mkdocs_site import build_of, frame, missing_page_frames
from atlas.typography import typeset_html


def on_page_context(context, *, page, config, nav):
    """Give the theme `site`: the language, the links of the frame, the other edition."""
    context["site"] = frame(page, config)
    return context


def on_template_context(context, *, template_name, config):
    """Give the page for missing addresses `site`, and `other` for the same in the other language."""
    context["site"], context["other"] = missing_page_frames(config)
    return context


def on_post_page(output, *, page, config):
    """Set the typography of the whole page, frame included, in the language of each part."""
    return typeset_html(output, build_of(config).lang)


def on_post_template(output_content, *, template_name, config):
    """Set the typography of the page for missing addresses."""
    return typeset_html(output_content, build_of(config).lang) if template_name.endswith(".html") else output_content
