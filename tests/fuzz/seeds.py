"""The inputs that fuzzing begins with: one good thing of every kind."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support import SMALL_PACKAGE
from targets import _W, CONTAINER, PACKAGE, SMALL, archive, sealed

_THAI = "ภาษาไทย (Thai)* ที่ ๑\nน้ำ ป่า\n"
_TEXT_JSON = (
    '{"format":[1,0],"sha256":"SHA","title_th":"ก","title_en":"a","publisher_th":"",'
    '"publisher_en":"","paragraph_titles":[],"entities":[["varee","place","เมืองวารี","Varee",null,'
    '[],[],[["เมืองวารี",false]]]],"mentions":[[0,9,"varee"]],"terms":[[0,9,11,16,17,"varee"]],'
    '"dates":[[19,25,null,"1917-10-24",2460,"10:30","time","ns"]],"places":[["m","varee",59.9,30.3,'
    '"ก","a","ก","a","","building",1,false,"ก","a"]],"note_marks":[[0,9,"doubt","n"]],'
    '"breaks":[[9,9],[],[]]}'
)
_DETAILS_JSON = (
    '{"format":[1,0],"cards":[{"entity":"varee","th":[["ก",[[],[],[]]],["ก",[[],[],[]]],'
    '["ก",[[],[],[]]],["ก",[[],[],[]]]],"en":[["a",[[],[],[]]],["a",[[],[],[]]],["a",[[],[],[]]],'
    '["a",[[],[],[]]]],"dates":[["born",null,"1870-04-22",2413,true,null,null]],"sources":["s"],'
    '"see":[]}],"notes":[["n",0,9,"doubt","likely",null,["ก",[[],[],[]]],["a",[[],[],[]]],["s"]]],'
    '"events":[["e",["ก",[[],[],[]]],["a",[[],[],[]]],"1917-10-11","1917-10-24","10:30","entry",'
    'null,null,0,9,["varee"],["s"],null,null]],"names":[],"places":[]}'
)
_HOURS_JSON = (
    '{"format":[1,0],"first":"1917-10-24 09:00","length":60,'
    '"holds":[[0,60,"m","soviet","up",["clear","e",["ก",[[],[],[]]],["a",[[],[],[]]],["s"]]]],'
    '"berths":[[0,60,"m",[[59.9,30.3]],"ก","a",["clear",null,["ก",[[],[],[]]],["a",[[],[],[]]],[]]]],'
    '"rings":[[0,60,"open",[[59.9,30.3]],["clear",null,["ก",[[],[],[]]],["a",[[],[],[]]],[]]]],'
    '"shots":[[0,60,"m","m","live",["clear",null,["ก",[[],[],[]]],["a",[[],[],[]]],[]]]]}'
)
_DOCX = (
    f'<w:document xmlns:w="{_W}"><w:body><w:p><w:r><w:t>หัวเรื่อง</w:t><w:tab/><w:br/></w:r>'
    '<w:r><w:footnoteReference w:id="2"/></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t>'
    "</w:r></w:p></w:tc></w:tr></w:tbl><w:del><w:r><w:t>x</w:t></w:r></w:del></w:body></w:document>"
)
_NOTES = (
    f'<w:footnotes xmlns:w="{_W}"><w:footnote w:id="2"><w:p><w:r><w:t>เชิงอรรถ</w:t></w:r></w:p>'
    "</w:footnote></w:footnotes>"
)
_XHTML = (
    '<?xml version="1.0"?><!DOCTYPE html><html><head><title>x</title><style>p{}</style></head>'
    "<body><h1>บท &amp; ตอน</h1><p>ย่อหน้า<br/>ใหม่&nbsp;<a epub:type='noteref' href=\"#n\">1</a></p>"
    "<table><tr><td>a</td><td>b</td></tr></table><pre> x\n y</pre><![CDATA[<]]><!-- c -->"
    '<aside epub:type="footnote" id="n"><p>เชิงอรรถ</p></aside></body></html>'
)


def seeds(target: str) -> list[bytes]:
    """What the target begins with."""
    package = {name: text.encode() for name, text in SMALL_PACKAGE.items()}
    computed = [_TEXT_JSON.encode(), _DETAILS_JSON.encode(), _HOURS_JSON.encode()]
    epub = {"META-INF/container.xml": CONTAINER.encode(), "a/b.opf": PACKAGE.encode(),
            "a/c 1.xhtml": _XHTML.encode()}  # fmt: skip
    manifest = sealed({"article.txt": SMALL})
    start = manifest.index(b"{")
    from hashlib import sha256

    digest = sha256(SMALL).hexdigest().encode()
    files = {"article.txt": SMALL, "computed/text.json": computed[0].replace(b"SHA", digest),
             "computed/details.json": computed[1], "computed/hours.json": computed[2]}  # fmt: skip
    return {
        "text": [
            *(_THAI.encode(encoding) for encoding in ("utf-8", "utf-16", "utf-16-be", "cp874")),
            b"%PDF-1.4", b"{\\rtf1}", archive({"a": b""}), "\ufeffก\r\n".encode(),
        ],
        "archive": [archive(epub), archive({"[Content_Types].xml": b"", "word/document.xml":
                    _DOCX.encode(), "word/footnotes.xml": _NOTES.encode()})],
        "neva": [sealed({"article.txt": SMALL}), sealed(files)],
        "markup": [_XHTML.encode(), b"<p a='<b>' c=\"d>\">x</p", b"<aside role=doc-footnote>"],
        "epub": [b"\0\0" + _XHTML.encode(),
                 b"\0".join((PACKAGE.encode(), CONTAINER.encode(), b"<p>a"))],
        "docx": [_DOCX.encode(), _DOCX.encode() + b"\0" + _NOTES.encode()],
        "manifest": [manifest[start : manifest.index(b"}}}") + 3]],
        "computed": [b"\0".join(computed), b"\0".join(computed[:2])],
        "content": [b"\0".join(package[name] for name in (
            "package.toml", "sources.toml", "places.toml", "dates.toml", "notes.toml",
            "timeline.toml")) + b"\0\0" + package["entities/people.toml"] + b"\0"
            + package["entities/places.toml"]],
        "cleaning": ["นํ้า ท่ี เเละ\uf70a\u200bก ์\nการปฏิวัติ".encode(), _THAI.encode()],
        "terms": [_THAI.encode(), "ปี (x² ²)*".encode(), f"ปี ({'9' * 290})*".encode(),
                  "ก [b (c)]* (d ค.ศ. ๑๘๐๑-๑๘๖๕) *".encode()],
    }[target]  # fmt: skip
