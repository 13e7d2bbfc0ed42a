"""What the packages carry, as far as it can be said without making one."""

from __future__ import annotations

import ast
import importlib.metadata
import importlib.util
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from reader import resources

ROOT = Path(__file__).resolve().parent.parent
COMMON = ROOT / "packaging" / "common"
LOCKED = re.findall(
    r"^([a-z0-9-]+)==", (ROOT / "requirements" / "runtime.lock").read_text("utf-8"), re.MULTILINE
)


@pytest.fixture(scope="module")
def application() -> ModuleType:
    """The script that cuts the libraries down."""
    spec = importlib.util.spec_from_file_location("application", COMMON / "application.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def whole(library: str) -> importlib.metadata.Distribution:
    """``library`` as its makers give it; a package's own copy has no list of files."""
    return next(one for one in importlib.metadata.distributions(name=library) if one.files)


def strings(folder: Path) -> Iterator[str]:
    """Every string in the Python files below ``folder``."""
    for file in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_bytes())):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


ANALYSE_AND_LIST = """
import os, sys
opened = set()
def note(event, arguments):
    if event in ("open", "sqlite3.connect"):
        opened.add(os.path.basename(str(arguments[0]).split("?")[0]))
sys.addaudithook(note)
from reader.text.analysis import analysed
from reader.text.word_lookup import WordLookup
list(analysed(sys.stdin.read()))
for word in ("ปฏิวัติ", "เลนิน", "revolution", "ปฏิวัติเดือนตุลาคม"):
    WordLookup().look_up(word)
print(*opened, sep="\\n")
"""


def test_every_word_list_and_model_the_reader_uses_is_in_the_packages(
    application: ModuleType, tmp_path: Path
) -> None:
    """Those its source names, and those it opens by way of PyThaiNLP."""
    patterns = tomllib.loads((COMMON / "parts.toml").read_text("utf-8"))["keep"]["pythainlp"]
    corpora = {
        Path(file).name: tmp_path / file
        for file in map(str, whole("pythainlp").files or [])
        if file.startswith("pythainlp/corpus/") and not file.endswith((".py", ".pyc"))
    }
    named = {name for text in strings(ROOT / "reader") for name in corpora if name in text}
    assert "thainer_crf_1_5_1.model" in named
    text = (resources.article_folder() / "article.txt").read_text("utf-8")
    run = subprocess.run(
        [sys.executable, "-c", ANALYSE_AND_LIST],
        input=text,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
        check=True,
    )
    opened = set(run.stdout.split("\n")) & corpora.keys()
    assert "words_th.txt" in opened

    used = {corpora[name] for name in named | opened}
    kept = set(application.matching(corpora.values(), patterns, tmp_path))
    kept.remove(corpora["corpus_license.md"])
    assert sorted(kept) == sorted(used), "packaging/common/parts.toml is to keep the latter"


def test_what_is_kept_of_a_library_is_in_it(application: ModuleType, tmp_path: Path) -> None:
    keep = tomllib.loads((COMMON / "parts.toml").read_text("utf-8"))["keep"]
    for library, patterns in keep.items():
        assert library in LOCKED
        paths = [tmp_path / str(file) for file in whole(library).files or []]
        for pattern in patterns:
            assert any(application.matching(paths, [pattern], tmp_path)), (library, pattern)


def test_the_licence_of_every_locked_library_is_known() -> None:
    known = tomllib.loads((COMMON / "components.toml").read_text("utf-8"))["wheels"]
    for library in LOCKED:
        if "licence" not in known.get(library, {}):
            about = importlib.metadata.metadata(library)
            assert about["License-Expression"], f"components.toml does not know {library}"


def test_every_licence_text_that_is_named_is_there() -> None:
    known = tomllib.loads((COMMON / "components.toml").read_text("utf-8"))
    for part in [*known["part"], *known["wheels"].values()]:
        for name in part.get("texts", []):
            assert (COMMON / "licences" / name).is_file(), name


def test_every_typeface_has_its_notice() -> None:
    """By name and version, as the lists of contents take them over."""
    notices = (resources.root() / "licences" / "third-party.txt").read_text("utf-8")
    named = {line.split(" · ")[0].rpartition(" ")[0] for line in notices.splitlines()}
    licences = {path.stem.removeprefix("OFL-") for path in resources.root().glob("fonts/OFL-*.txt")}
    assert licences <= {name.replace(" ", "") for name in named}


def test_the_packages_have_every_module_of_python_that_the_reader_imports() -> None:
    packaging = ROOT / "packaging"
    linux = (packaging / "linux" / "python-left-out.txt").read_text("utf-8").splitlines()
    windows = (packaging / "windows" / "python-parts.txt").read_text("utf-8").splitlines()
    left_out = {
        re.sub(r"^(library:|lib-dynload/)|(/|\*|\.(py|pyc|pyd|\*))$", "", line)
        for line in [*linux, *windows]
    }
    assert {"ssl", "ftplib", "_hashlib", "wsgiref"} <= left_out
    imported = set()
    for file in (ROOT / "reader").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_bytes())):
            if isinstance(node, ast.Import):
                imported |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                imported.add(node.module.split(".")[0])
    assert not imported & left_out
