"""Brings neva_th.ts and neva_en.ts into line with the strings of the interface.

    update_ts.py [SOURCES [I18N]]    default: reader/ and resources/i18n/

A string of the interface is a literal in ``self.tr("…")``, under the name of its class, or in
``translate("Context", "…")``. A new one is added, unfinished, with the translation
the same words have elsewhere, if they have one; one that is used no more goes; all else stays.
Contexts that begin with Q are Qt's own and stay as they are. English is what the sources say, so
neva_en.ts holds plurals only.

Not lupdate: it passes over strings inside f-strings without a word, and would drop Qt's contexts.
"""

from __future__ import annotations

import ast
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
PLURAL_FORMS = {"th": 1, "en": 2}


class Message(NamedTuple):
    """What a translation is looked up by."""

    context: str
    source: str
    comment: str = ""
    plural: bool = False


def messages_of(folder: Path) -> list[Message]:
    """Every string of the interface, once, in the order of contexts and then of the sources."""
    found: dict[Message, None] = {}
    for path in sorted(folder.rglob("*.py")):
        for message in _messages_of_file(path):
            found.setdefault(message)
    return sorted(found, key=lambda message: message.context)


def _messages_of_file(path: Path) -> Iterator[Message]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    constants: dict[str, object] = {}
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
            constants |= {ast.unparse(target): node.value.value for target in node.targets}
    for call, name in _with_class(tree, ""):
        if not isinstance(call, ast.Call):
            continue
        called = ast.unparse(call.func)
        texts = [_literal(argument, constants) for argument in call.args]
        if called.endswith(".tr"):
            if called != "self.tr" or not name or not texts or not texts[0]:
                sys.exit(f"{path}:{call.lineno}: write self.tr(…) in a class, with a literal")
            texts.insert(0, name)
        elif called.split(".")[-1] != "translate" or len(texts) < 2 or not texts[1]:
            continue
        elif not texts[0]:
            sys.exit(f"{path}:{call.lineno}: write the context of a translation as a literal")
        plural = len(texts) > 3 or any(word.arg == "n" for word in call.keywords)
        yield Message(texts[0], texts[1], texts[2] if len(texts) > 2 else "", plural)


def _literal(node: ast.expr, constants: dict[str, object]) -> str:
    """The string that ``node`` is, itself or as a constant of its module; "" if it is none."""
    value = node.value if isinstance(node, ast.Constant) else constants.get(ast.unparse(node))
    return value if isinstance(value, str) else ""


def _with_class(node: ast.AST, name: str) -> Iterator[tuple[ast.AST, str]]:
    """All nodes below ``node`` in the order of the source, each with its innermost class."""
    for child in ast.iter_child_nodes(node):
        yield child, name
        yield from _with_class(child, child.name if isinstance(child, ast.ClassDef) else name)


def read(ts: Path) -> dict[Message, ET.Element]:
    """The entries of a .ts file."""
    entries = {}
    for context in ET.parse(ts).getroot().iter("context"):
        for entry in context.iter("message"):
            message = Message(
                context.findtext("name", ""),
                entry.findtext("source", ""),
                entry.findtext("comment", ""),
                entry.get("numerus") == "yes",
            )
            entries[message] = entry
    return entries


def is_finished(entry: ET.Element) -> bool:
    """Whether an entry needs no more work."""
    return entry.find("translation[@type]") is None


def forms(entry: ET.Element) -> list[str]:
    """The translation, or for a plural each of its forms."""
    plural = [form.text or "" for form in entry.iter("numerusform")]
    return plural or [entry.findtext("translation", "")]


def updated(ts: Path, language: str, wanted: list[Message]) -> str:
    """The text of ``ts`` once it holds ``wanted`` and Qt's own strings and nothing else."""
    old = read(ts)
    elsewhere = {message.source: entry for message, entry in old.items()}
    qt = [message for message in old if message.context.startswith("Q")]
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    for message in [*wanted, *sorted(qt, key=lambda message: message.context)]:
        if language == "en" and not message.plural:
            continue
        if message.context not in contexts:
            contexts[message.context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[message.context], "name").text = message.context
        entry = old.get(message)
        if entry is None:
            same = elsewhere.get(message.source)
            entry = _new_entry(message, language, forms(same)[0] if same is not None else "")
        contexts[message.context].append(entry)
    ET.indent(root, "  ")
    body = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'


def _new_entry(message: Message, language: str, guess: str) -> ET.Element:
    entry = ET.Element("message", {"numerus": "yes"} if message.plural else {})
    ET.SubElement(entry, "source").text = message.source
    if message.comment:
        ET.SubElement(entry, "comment").text = message.comment
    translation = ET.SubElement(entry, "translation", type="unfinished")
    if message.plural:
        for _ in range(PLURAL_FORMS[language]):
            ET.SubElement(translation, "numerusform").text = guess
    else:
        translation.text = guess
    return entry


def main(sources: Path = ROOT / "reader", i18n: Path = ROOT / "resources" / "i18n") -> None:
    """Write both files anew and say what is left to translate."""
    wanted = messages_of(sources)
    for language in PLURAL_FORMS:
        ts = i18n / f"neva_{language}.ts"
        gone = read(ts)
        ts.write_text(updated(ts, language, wanted), encoding="utf-8", newline="\n")
        now = read(ts)
        for message in [message for message in gone if message not in now]:
            print(f"{ts.name}: gone: {message.context}: {message.source}")
        for message, entry in now.items():
            if not is_finished(entry):
                print(f"{ts.name}: to translate: {message.context}: {message.source}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
