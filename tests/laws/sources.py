"""The project's own files, as the laws read them."""

from collections.abc import Iterator
from functools import cache
from lxml import etree
from pathlib import Path

import ast


ROOT = Path(__file__).parents[2]
SRC = ROOT / "src" / "yidang"
DOCS = ROOT / "docs"
PROFILES = ROOT / "profiles"


def files(pattern: str, root: Path = SRC) -> list[Path]:
    """Files under `root`; what is linked into it from elsewhere is left out."""
    return sorted(path for path in root.rglob(pattern) if "profiles" not in path.relative_to(root).parts)


@cache
def tree_of(path: Path) -> ast.Module:
    """The syntax tree of a Python file."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def short(path: Path) -> str:
    """How a message names a file."""
    return str(path.relative_to(ROOT))


def module_of(path: Path) -> str:
    """The dotted name of a file under src/yidang, "yidang.archive.place"."""
    parts = ("yidang", *path.relative_to(SRC).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(path: Path) -> Iterator[str]:
    """What a Python file imports, as "module" or "module.name"; imports inside functions included."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(path, node)
            yield from (f"{base}.{alias.name}" for alias in node.names)


def _absolute(path: Path, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    package = module_of(path).split(".")
    if path.name != "__init__.py":
        package = package[:-1]
    package = package[: len(package) - (node.level - 1)]
    return ".".join([*package, *([node.module] if node.module else [])])


@cache
def zcml_of(path: Path) -> etree._Element:
    """The root element of a ZCML file, comments kept."""
    return etree.parse(str(path)).getroot()


def elements(*names: str) -> Iterator[tuple[Path, etree._Element]]:
    """Every element of our ZCML with one of these names, namespaces aside."""
    for path in files("*.zcml"):
        for element in zcml_of(path).iter(etree.Element):
            if etree.QName(element).localname in names:
                yield path, element
