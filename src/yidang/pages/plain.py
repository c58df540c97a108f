"""Templates of plain values: no path is traversed and no permission asked for each of them, which would cost more than
making the rest of the page. What they are given is meant for whoever reads the page."""

from chameleon import PageTemplateFile
from pathlib import Path


def plain(module_file: str, name: str) -> PageTemplateFile:
    """The template `name` beside a module; expressions are Python, what is printed is escaped. Call it with the values
    that it names; it gives HTML, to be put into a page by `structure`."""
    return PageTemplateFile(str(Path(module_file).parent / name))
