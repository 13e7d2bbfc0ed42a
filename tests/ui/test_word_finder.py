"""The worker that finds words takes its modules from the program, wherever the reader started."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Open
from hands import plain_text


def test_files_of_the_folder_one_starts_in_are_no_modules(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("json", "re", "reader", "nlpo3"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('the wrong module')")
    monkeypatch.chdir(tmp_path)
    hands = open_window(plain_text("กองกำลังจากแนวหน้าไม่สามารถมาถึง"))
    hands.until(lambda: any(hands.window.knowledge.breaks))
    text = hands.window.knowledge.article.text
    assert text.index("แนวหน้า") in hands.window.knowledge.breaks.free
