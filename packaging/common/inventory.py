"""Writes what is inside a package: a CycloneDX list (SBOM), and a folder with every licence.

Reads the trimmed folder of Python packages, components.toml, the fonts named among the reader's
licences and, for Linux, the names of the Debian packages that parts were copied from.
"""

from __future__ import annotations

import argparse
import datetime
import email.message
import email.parser
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL
from packaging.utils import canonicalize_name, parse_wheel_filename

HERE = Path(__file__).resolve().parent
KNOWN = tomllib.loads((HERE / "components.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Part:
    """One thing inside. texts: its licence files. sha256: of the file it was fetched as."""

    name: str
    version: str
    licence: str
    texts: list[Path] = field(default_factory=list)
    purl: PackageURL | None = None
    sha256: str | None = None
    kind: ComponentType = ComponentType.LIBRARY


def main() -> None:
    """Read the command line, write list and licences."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--system", choices=["linux", "windows"], required=True)
    parser.add_argument("--version", required=True, help="of the package")
    parser.add_argument("--packages", type=Path, required=True, help="made by application.py")
    parser.add_argument("--cache", type=Path, required=True, help="where it keeps fetched wheels")
    parser.add_argument("--debian", type=Path, help="file with names of Debian packages")
    parser.add_argument("--root", type=Path, help="the Debian they are installed in")
    parser.add_argument("--extra", type=Path, help="more parts, as in components.toml")
    parser.add_argument("--licences", type=Path, required=True, help="folder to make")
    parser.add_argument("--sbom", type=Path, required=True, help="file to write")
    options = parser.parse_args()

    wheels = list(wheel_parts(options.packages, options.cache))
    parts = [*wheels, *inner_parts(options.system, options.packages, wheels)]
    parts += font_parts(options.packages)
    if options.debian:
        parts += debian_parts(options.debian, options.root)
    if options.extra:
        parts += extra_parts(options.extra)
    options.sbom.write_text(sbom(parts, options.version), encoding="utf-8")
    write_licences(parts, options.licences)


def wheel_parts(packages: Path, cache: Path) -> Iterator[Part]:
    """The Python packages, by their metadata."""
    fetched = {
        parse_wheel_filename(file.name)[0]: file
        for folder in cache.glob("wheels-*")
        for file in folder.glob("*.whl")
    }
    for metadata in sorted(packages.glob("*.dist-info/METADATA")):
        about = email.parser.Parser().parsestr(metadata.read_text(encoding="utf-8"))
        name, version = canonicalize_name(about["Name"]), about["Version"]
        folder = metadata.parent
        texts = [path for path in (folder / "licenses").rglob("*") if path.is_file()]
        texts += [path for name in ("LICEN[CS]E*", "AUTHORS*") for path in folder.glob(name)]
        known = KNOWN["wheels"].get(name, {})
        file = fetched.get(name)
        yield Part(
            name=about["Name"],
            version=version,
            licence=wheel_licence(name, about),
            texts=sorted(texts) + [HERE / "licences" / text for text in known.get("texts", [])],
            purl=PackageURL("pypi", name=name, version=version),
            sha256=hashlib.sha256(file.read_bytes()).hexdigest() if file else None,
        )


def wheel_licence(name: str, about: email.message.Message) -> str:
    """The SPDX expression for a wheel; refuses one that nobody has looked at."""
    licence = KNOWN["wheels"].get(name, {}).get("licence") or about["License-Expression"]
    if not licence:
        sys.exit(f"components.toml does not say the licence of {name}.")
    return str(licence)


def inner_parts(system: str, packages: Path, wheels: list[Part]) -> Iterator[Part]:
    """What lies inside wheels and has a licence of its own."""
    versions = {canonicalize_name(wheel.name): wheel.version for wheel in wheels}
    for part in KNOWN["part"]:
        inside = "files" not in part or any(packages.glob(part["files"]))
        if inside and system in part.get("systems", [system]):
            yield Part(
                name=part["name"],
                version=part.get("version") or versions[part["with"]],
                licence=part["licence"],
                texts=[HERE / "licences" / name for name in part["texts"]],
            )


def font_parts(packages: Path) -> Iterator[Part]:
    """The typefaces, as the reader's own notices name them: name and version, maker, licence."""
    resources = packages / "reader" / "resources"
    notices = (resources / "licences" / "third-party.txt").read_text(encoding="utf-8")
    for text in sorted((resources / "fonts").glob("OFL-*.txt")):
        family = text.stem.removeprefix("OFL-")
        for line in notices.splitlines():
            name, _, version = line.split("·")[0].strip().rpartition(" ")
            if name.replace(" ", "") == family:
                yield Part(name, version, "OFL-1.1", [text])
                break
        else:
            sys.exit(f"third-party.txt does not name the typeface of {text.name}.")


def debian_parts(listed: Path, root: Path) -> Iterator[Part]:
    """What was copied from Debian packages, with their versions in the system at ``root``."""
    for package in listed.read_text(encoding="utf-8").split():
        shown = [
            "dpkg-query",
            f"--admindir={root / 'var/lib/dpkg'}",
            "-W",
            "-f=${Version}",
            package,
        ]
        version = subprocess.run(shown, check=True, capture_output=True, text=True).stdout
        if package not in KNOWN["debian"]:
            sys.exit(f"components.toml does not say the licence of Debian's {package}.")
        # a package's documents may be a link to those of its sister
        text = (root / "usr/share/doc" / package).resolve() / "copyright"
        purl = PackageURL("deb", "debian", package, version, {"arch": "amd64"})
        yield Part(package, version, KNOWN["debian"][package], [text], purl)


def extra_parts(file: Path) -> Iterator[Part]:
    """Parts that only one kind of package has; ``texts`` lie beside ``file``."""
    for part in tomllib.loads(file.read_text(encoding="utf-8"))["part"]:
        texts = [file.parent / name for name in part["texts"]]
        purl = PackageURL.from_string(part["purl"]) if "purl" in part else None
        yield Part(part["name"], part["version"], part["licence"], texts, purl)


def sbom(parts: list[Part], version: str) -> str:
    """The CycloneDX document, checked against its schema; equal parts give equal text."""
    bom = Bom()
    bom.metadata.timestamp = datetime.datetime.fromtimestamp(
        int(os.environ["SOURCE_DATE_EPOCH"]), datetime.UTC
    )
    whole = Part("neva-reader-package", version, "Apache-2.0", kind=ComponentType.APPLICATION)
    bom.metadata.component = component(whole)
    inside = [component(part) for part in parts]
    bom.components.update(inside)
    bom.register_dependency(bom.metadata.component, inside)
    every = sorted(f"{part.name} {part.version} {part.sha256}" for part in parts)
    bom.serial_number = uuid.uuid5(uuid.NAMESPACE_OID, "\n".join([version, *every]))
    text = JsonV1Dot6(bom).output_as_string(indent=1) + "\n"
    fault = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if fault:
        sys.exit(f"The SBOM is not valid: {fault}")
    return text


def component(part: Part) -> Component:
    """``part`` as CycloneDX has it."""
    hashes = [HashType(alg=HashAlgorithm.SHA_256, content=part.sha256)] if part.sha256 else []
    return Component(
        type=part.kind,
        name=part.name,
        version=part.version,
        bom_ref=f"{part.name}@{part.version}",
        purl=part.purl,
        licenses=[LicenseFactory().make_from_string(part.licence)],
        hashes=hashes,
    )


def write_licences(parts: list[Part], folder: Path) -> None:
    """One folder a part, and a README that names them all."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    lines = [
        "What is inside, and where its licence is.",
        "",
        "Qt and Qt for Python are used under the LGPL 3.0, as libraries of their own in the",
        "folder PySide6: builds of your own may take their place. So are fpdf2 (folder fpdf) and",
        "frozendict, which are Python throughout. On Linux, ICU's data is cut down to Thai and",
        "English (PySide6/Qt/lib/libicudata.so); a whole one may take its place.",
        "",
    ]
    for part in sorted(parts, key=lambda part: part.name.lower()):
        if not part.texts:
            sys.exit(f"There is no licence text for {part.name}.")
        place = re.sub(r"[^\w.+-]+", "-", part.name)
        for text in part.texts:
            (folder / place).mkdir(exist_ok=True)
            name = text.name if text.suffix else f"{text.name}.txt"
            shutil.copyfile(text, folder / place / name)
        lines.append(f"{part.name} {part.version} · {part.licence} · {place}/")
    (folder / "README.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
