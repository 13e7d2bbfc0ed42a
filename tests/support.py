"""What tests share besides fixtures: where the program lies, and a small package to break."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
Run = Callable[..., "subprocess.CompletedProcess[bytes]"]

SMALL_PACKAGE = {
    "article.txt": (
        "เมืองวารี (Varee)* ตั้งอยู่ริมแม่น้ำใหญ่\n"
        "ในวันที่ ๑๐ ตุลาคม ค.ศ. ๑๙๑๗ สมชาย ดีงาม มาถึงเมืองวารีเวลา ๐๓.๑๐ น. ระบอบวารีเริ่มขึ้นแล้ว\n"
    ),
    "package.toml": """\
id = "varee"
title_th = "เมืองวารี"
title_en = "Varee"
blockers = ["ระบอบวารี"]

[[paragraph]]
title_th = "ที่ตั้ง"
title_en = "Where it lies"

[[paragraph]]
title_th = "การมาถึง"
title_en = "The arrival"
""",
    "sources.toml": """\
[smith-1990]
cite = "Smith, A. Varee. London, 1990."

[brown-2001]
cite = "Brown, B. Cities. Oxford, 2001."
""",
    "entities/people.toml": """\
# The people of Varee.
[somchai]
name_th = "สมชาย ดีงาม"
name_en = "Somchai Deengam"
other_th = []
other_en = []
forms = ["สมชาย ดีงาม"]
misprints = []
in_context = []
sources = ["smith-1990 | Somchai", "brown-2001"]
see = ["varee"]

[somchai.th]
short = "ผู้มาถึงเมืองวารี"
body = "สมชาย ดีงามเป็นผู้เดินทาง เขามาถึงเมืองวารี"
role = "เป็นผู้มาถึง"
why = "ทำให้รู้ว่ามีผู้มาถึง"

[somchai.en]
short = "He came to Varee."
body = "Somchai Deengam was a traveller. He came to Varee."
role = "He arrives."
why = "Without him nobody would arrive."

[[somchai.dates]]
kind = "born"
os = "1870-04-10"
place_th = "เมืองใต้"
place_en = "South Town"

[[somchai.dates]]
kind = "died"
ns = "1924-01-21"
""",
    "entities/places.toml": """\
[varee]
name_th = "เมืองวารี"
name_en = "Varee"
name_ru = "Вари"
other_th = ["นครวารี"]
other_en = ["Vari"]
forms = ["เมืองวารี"]
misprints = []
in_context = ["ระบอบ«วารี»เริ่มขึ้น"]
sources = ["smith-1990", "brown-2001"]
see = ["somchai"]

[varee.th]
short = "เมืองริมแม่น้ำใหญ่"
body = "เมืองวารีตั้งอยู่ริมแม่น้ำใหญ่ เมืองนี้มีตลาด"
role = "เป็นที่ที่มีผู้มาถึง"
why = "ทำให้รู้ว่ามาถึงที่ใด"

[varee.en]
short = "A city by a great river."
body = "Varee lies by a great river. It has a market."
role = "Where he arrives."
why = "Without it there would be nowhere to arrive."
""",
    "places.toml": """\
[market]
entity = "varee"
label = "ตลาด"
label_en = "Market"
lat = 59.9400
lon = 30.3100
source = "Address."
kind = "building"
rank = 1
line_th = "ตลาดของเมือง"
line_en = "The market of the city."
""",
    "dates.toml": """\
[[date]]
quote = "ในวันที่ «๑๐ ตุลาคม ค.ศ. ๑๙๑๗» สมชาย"
os = "1917-10-10"
precision = "day"
printed = "os"

[[date]]
quote = "เวลา «๐๓.๑๐ น.» ระบอบ"
os = "1917-10-11"
time = "03:10"
precision = "time"
printed = "os"
""",
    "timeline.toml": """\
[[event]]
id = "arrival"
th = "สมชายมาถึงเมืองวารี"
en = "Somchai comes to Varee"
os = "1917-10-10"
time_basis = "entry"
quote = "«สมชาย ดีงาม มาถึง»เมืองวารี"
entities = ["somchai", "varee"]
sources = ["smith-1990"]
""",
    "notes.toml": """\
[[note]]
id = "hour"
quote = "เวลา «๐๓.๑๐ น.» ระบอบ"
kind = "doubt"
certainty = "likely"
th = "หมายเหตุบรรณาธิการ: บางแหล่งว่าเป็นเวลาอื่น"
en = "Editor's note: some say another hour."
sources = ["brown-2001"]
""",
}


class Package:
    """An article package on disk that a test may change; good as it comes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "entities").mkdir(parents=True)
        for name, text in SMALL_PACKAGE.items():
            self.write(name, text)

    def text(self, name: str) -> str:
        """What stands in the file ``name``."""
        return (self.folder / name).read_text(encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        """Let the file ``name`` hold ``text``."""
        (self.folder / name).write_text(text, encoding="utf-8", newline="")

    def change(self, name: str, old: str, new: str) -> int:
        """Put ``new`` for the only ``old`` in the file ``name``; the line where it stood."""
        text = self.text(name)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))
        return text[: text.index(old)].count("\n") + 1
