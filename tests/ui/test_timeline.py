"""The timeline below the text, in the real window: the hour, and the ties of text, hour and map."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import pytest
from hands import Hands
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from support import ROOT, Package

from reader.content import computed
from reader.content.compute import knowledge_from
from reader.content.hours import DECKS, HOLDERS, Hours
from reader.content.model import Event
from reader.content.source import load_source
from reader.desk.store import Store
from reader.ui.map_hours import paint_bridge, paint_holder
from reader.ui.map_view import MapView
from reader.ui.theme import LIGHT
from reader.ui.timeline_links import HOUR_LAYER, TimelineLinks
from reader.ui.timeline_strip import TimelineStrip

KEY = Qt.Key
THAI_HOURS = "๐๑๒๓๔๕๖๗๘๙"


class Reader(Hands):
    """Hands at a window whose timeline is open."""

    @property
    def links(self) -> TimelineLinks:
        return self.window.timeline.links

    @property
    def strip(self) -> TimelineStrip:
        return self.links.strip

    @property
    def hours(self) -> Hours:
        hours = self.window.knowledge.hours
        assert hours is not None
        return hours

    @property
    def map(self) -> MapView:
        view = self.window.map
        assert view is not None
        return view

    @property
    def clock(self) -> tuple[str, str]:
        """The day and the hour that are set."""
        return self.hours.clock(self.strip.hour.minute)

    def event(self, name: str) -> Event:
        return next(e for e in self.window.knowledge.details.events if e.id == name)

    def marked_words(self) -> list[str]:
        """The words of the text that are marked as those of the hour."""
        text = self.window.knowledge.article.text
        return [text[start:end] for start, end in self.page.layers.ranges(HOUR_LAYER)]

    def lit_places(self) -> tuple[str, ...]:
        return self.map._emphasis.marked

    def click_on(self, name: str) -> None:
        """Click on the row of an event."""
        strip = self.strip
        index = strip.model.index(strip.model.row_of(name))
        strip.list.scrollTo(index)
        self.settle()
        place = strip.list.visualRect(index).center()
        QTest.mouseClick(strip.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
        self.settle()

    def scroll_to(self, offset: int) -> None:
        """Scroll the text, as with the scroll bar, until ``offset`` stands in its upper third."""
        bar, height = self.page.verticalScrollBar(), self.page.viewport().height()
        bar.setValue(0)
        for _ in range(3):
            bar.setValue(bar.value() + self.line_of(offset).top() - round(0.28 * height))
            self.settle()

    def text_of(self, widget: QWidget) -> str:
        return str(widget.accessibleName())


@pytest.fixture
def reader(hands: Hands) -> Iterator[Reader]:
    """A reader who has opened the timeline, whatever the system thinks of motion."""
    reading = Reader(hands._qtbot, hands.window)
    reading.window.preferences.set("motion", "full")
    reading.type(KEY.Key_F5)
    yield reading
    reading.window.timeline.links.strip.hour.pause()


# Opened and closed


def test_nothing_of_it_is_there_until_it_is_asked_for() -> None:
    script = """if True:
        import sys
        from reader.content.reading import open_shipped
        from reader.desk.store import Store
        from reader.ui.app import make_application, make_window
        app = make_application([])
        window = make_window(app, open_shipped(), Store(None))
        window.show()
        for _ in range(5):
            app.processEvents()
        heavy = ("timeline_", "hour_", "map_hours", "content.hours")
        built = [n for n in sys.modules if n.startswith("reader.") and any(h in n for h in heavy)]
        assert built == [], built
        assert not window.timeline.is_open
    """
    environment = {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    subprocess.run(
        [sys.executable, "-c", script], check=True, timeout=60, env={**os.environ, **environment}
    )


def test_f5_opens_and_closes_it(hands: Hands) -> None:
    action = hands.window.commands.action("timeline")
    assert action.text() == "เส้นเวลา"
    hands.type(KEY.Key_F5)
    strip = hands.window.timeline.links.strip
    assert strip.isVisible()
    assert action.isChecked()
    assert strip.list.hasFocus()
    hands.type(KEY.Key_F5)
    assert not strip.isVisible()
    assert not action.isChecked()
    assert hands.page.hasFocus()


def test_escape_in_the_strip_closes_it(reader: Reader) -> None:
    reader.strip.list.setFocus()
    reader.type(KEY.Key_Escape)
    assert not reader.window.timeline.is_open


def test_closed_it_leaves_no_marks(reader: Reader) -> None:
    reader.click_on("aurora-anchors")
    assert reader.marked_words()
    assert reader.lit_places()
    reader.type(KEY.Key_F5)
    assert reader.marked_words() == []
    assert reader.lit_places() == ()
    assert all(overlay.moment is None for _, overlay in reader.links._overlays)


def test_opening_it_keeps_the_first_line(hands: Hands) -> None:
    hands.page.show_first(9000)
    hands.settle()
    first = hands.page.first_visible()
    hands.type(KEY.Key_F5)
    assert hands.page.first_visible() == first
    hands.type(KEY.Key_F5)
    assert hands.page.first_visible() == first


def test_it_remembers_being_open(hands: Hands) -> None:
    store = hands.window.store
    assert not store.get("timeline", False)
    hands.type(KEY.Key_F5)
    assert store.get("timeline", False)
    hands.type(KEY.Key_F5)
    assert not store.get("timeline", False)


def test_it_opens_by_itself_where_it_was_open_and_leaves_the_keyboard_to_the_text(
    open_window: Callable[..., Hands], monkeypatch: pytest.MonkeyPatch
) -> None:
    get = Store.get
    monkeypatch.setattr(
        Store, "get", lambda self, name, default: name == "timeline" or get(self, name, default)
    )
    hands = open_window()
    assert hands.page.isVisible()
    hands.until(lambda: hands.window.timeline.is_open)
    assert hands.page.hasFocus()


def test_its_height_is_kept_within_the_window(reader: Reader) -> None:
    reader.strip.height_chosen.emit(5000)
    assert reader.strip.height() <= 0.7 * reader.window.height()
    reader.strip.height_chosen.emit(10)
    assert reader.strip.height() >= 200


# The list


def test_every_event_is_listed_with_its_time_in_both_calendars(reader: Reader) -> None:
    model = reader.strip.model
    events = reader.window.knowledge.details.events
    assert model.events() == list(events)
    for event in events:
        spoken = str(
            model.data(model.index(model.row_of(event.id)), Qt.ItemDataRole.AccessibleTextRole)
        )
        assert event.th.text in spoken
        assert "(" in spoken or event.os is None
    headings = [
        str(model.index(row).data())
        for row in range(model.rowCount())
        if model.event_at(model.index(row)) is None
    ]
    assert any("๒๕ ตุลาคม (๗ พฤศจิกายน)" in heading for heading in headings)


def test_both_times_are_shown_where_the_entry_differs(reader: Reader) -> None:
    reader.click_on("aurora-shot")
    said = reader.strip.text.plain_text()
    assert "๒๑.๔๐ น." in said
    assert "๒๑.๐๐ น." in said
    reader.click_on("post-office-taken")
    said = reader.strip.text.plain_text()
    assert "๐๑.๒๕ น." in said
    assert "๒๔ ตุลาคม ค.ศ. ๑๙๑๗ ช่วงเย็น" in said


def test_an_event_says_its_sources_and_whom_it_concerns(reader: Reader) -> None:
    reader.click_on("kerensky-leaves")
    said = reader.strip.text.plain_text()
    assert "Rabinowitch" in said
    assert "อะเล็กซานเดอร์ เคเรนสกี" in said


def test_the_arrow_keys_go_from_event_to_event(reader: Reader) -> None:
    reader.click_on("state-bank-taken")
    reader.strip.list.setFocus()
    reader.type(KEY.Key_Down)
    assert reader.strip.event_shown == reader.event("telephone-exchange-taken")
    assert reader.clock == ("1917-10-25", "07:00")
    reader.type(KEY.Key_Up)
    assert reader.clock == ("1917-10-25", "06:00")


# An event is chosen: text and map follow, the text does not move


@pytest.mark.parametrize(
    ("name", "clock", "place"),
    [
        ("telegraph-taken", ("1917-10-24", "17:00"), "central-telegraph"),
        ("nikolaevsky-station-taken", ("1917-10-25", "02:00"), "nikolaevsky-station"),
        ("aurora-anchors", ("1917-10-25", "03:30"), "aurora"),
        ("ministers-arrested", ("1917-10-26", "02:10"), "winter-palace"),
    ],
)
def test_choosing_an_event_sets_the_hour_marks_its_words_and_lights_its_place(
    reader: Reader, name: str, clock: tuple[str, str], place: str
) -> None:
    reader.page.show_first(0)
    reader.settle()
    before = reader.scrolled
    reader.click_on(name)
    event = reader.event(name)
    text = reader.window.knowledge.article.text
    assert reader.clock == clock
    assert reader.marked_words() == [text[event.start : event.end]]
    assert place in reader.lit_places()
    assert reader.scrolled == before


def test_the_way_to_the_text_is_to_be_seen_and_has_a_way_back(reader: Reader) -> None:
    reader.page.show_first(0)
    reader.click_on("second-congress-opens")
    event = reader.event("second-congress-opens")
    assert not reader.is_seen(event.start)
    go = reader.strip.go
    assert go.isVisible()
    assert go.text() == "ไปที่ข้อความ"
    QTest.mouseClick(go, Qt.MouseButton.LeftButton)
    reader.settle()
    assert reader.is_seen(event.start)
    assert reader.strip.event_shown == event
    assert reader.clock == ("1917-10-25", "22:40")
    reader.window.go_back()
    reader.settle()
    assert reader.page.first_visible() == 0


def test_enter_on_an_event_goes_to_the_text(reader: Reader) -> None:
    reader.page.show_first(0)
    reader.click_on("kornilov-revolt")
    reader.strip.list.setFocus()
    reader.type(KEY.Key_Return)
    assert reader.is_seen(reader.event("kornilov-revolt").start)


def test_an_event_outside_the_three_days_leaves_the_hour(reader: Reader) -> None:
    reader.click_on("state-bank-taken")
    reader.click_on("kornilov-revolt")
    assert reader.clock == ("1917-10-25", "06:00")
    assert reader.marked_words() == ["เคลื่อนกำลังบุกเข้ายึดครองกรุงเปโตรกราด"]


@pytest.mark.parametrize(
    ("name", "thai", "english"),
    [
        ("february-revolution", "นอกช่วงเวลานี้", "outside these hours"),
        ("printing-house-raided", "นอกช่วงเวลานี้", "outside these hours"),
        ("arrests-ordered", "ไม่ทราบแน่ชัด", "not known"),
    ],
)
def test_a_clock_that_is_not_that_of_the_event_says_so(
    reader: Reader, name: str, thai: str, english: str
) -> None:
    hour = reader.strip.hour
    reader.click_on("state-bank-taken")
    bright = hour.clock.palette().windowText().color()
    assert hour.clock.font().bold()
    assert not hour.aside.isVisible()
    reader.click_on(name)
    assert hour.aside.isVisible()
    assert thai in hour.aside.text()
    assert thai in hour.slider.accessibleDescription()
    assert not hour.clock.font().bold()
    assert hour.clock.palette().windowText().color() != bright
    assert "เมืองในเวลานี้" not in reader.strip.text.plain_text()
    reader.window.set_language("en")
    reader.settle()
    assert english in hour.aside.text()
    reader.window.set_language("th")
    reader.click_on("state-bank-taken")
    assert not hour.aside.isVisible()
    assert hour.clock.font().bold()
    assert hour.clock.palette().windowText().color() == bright
    assert thai not in hour.slider.accessibleDescription()


def test_setting_the_hour_gives_the_clock_its_weight_again(reader: Reader) -> None:
    reader.click_on("february-revolution")
    reader.strip.hour.slider.setFocus()
    reader.type(KEY.Key_Right)
    assert not reader.strip.hour.aside.isVisible()
    assert reader.strip.hour.clock.font().bold()


def test_scrolling_to_february_says_that_the_hour_is_another(reader: Reader) -> None:
    reader.scroll_to(reader.event("aurora-anchors").start)
    assert not reader.strip.hour.aside.isVisible()
    reader.scroll_to(reader.event("february-revolution").start)
    assert reader.strip.hour.aside.isVisible()


# The text scrolls: hour and map follow


@pytest.mark.parametrize(
    ("name", "clock"),
    [
        ("aurora-anchors", ("1917-10-25", "03:30")),
        ("to-the-citizens-of-russia", ("1917-10-25", "10:00")),
        ("petrograd-soviet-session", ("1917-10-25", "14:35")),
    ],
)
def test_scrolling_the_text_moves_the_hour(
    reader: Reader, name: str, clock: tuple[str, str]
) -> None:
    reader.scroll_to(reader.event(name).start)
    shown = reader.strip.event_shown
    assert shown is not None
    assert (shown.start, reader.clock) == (reader.event(name).start, clock)


def test_scrolling_the_text_lights_the_places_in_view(reader: Reader) -> None:
    reader.scroll_to(reader.event("aurora-anchors").start)
    assert {"aurora", "winter-palace"} <= set(reader.lit_places())
    assert "central-telegraph" in reader.lit_places() or not reader.is_seen(
        reader.event("telegraph-taken").start
    )
    reader.scroll_to(reader.event("kornilov-revolt").start)
    assert "aurora" not in reader.lit_places()


def test_the_wheel_over_the_text_moves_the_hour_and_only_the_wheel_the_text(
    reader: Reader,
) -> None:
    reader.scroll_to(reader.event("aurora-anchors").start)
    before, clock = reader.scrolled, reader.clock
    reader.turn_wheel(QPoint(200, 100), -12)
    assert reader.scrolled > before
    assert reader.clock > clock


def test_the_places_stay_lit_when_the_pointer_has_left_a_name(reader: Reader) -> None:
    reader.click_on("aurora-anchors")
    lit = reader.lit_places()
    reader.page.entity_pointed.emit("smolny")
    assert reader.lit_places() == ("smolny",)
    reader.page.entity_pointed.emit("")
    assert reader.lit_places() == lit


# A place or a person is chosen: timeline, hour and map follow


def choose_on_map(reader: Reader, place: str) -> None:
    """Click on the sign of ``place``."""
    view = reader.map
    view.centre_on(place)
    view.zoom_by(4)
    view.centre_on(place)
    reader.settle()
    at = view.place_position(place)
    assert isinstance(at, QPointF)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at.toPoint())
    reader.settle()


def test_choosing_a_place_on_the_map_lights_its_events_and_sets_the_hour(reader: Reader) -> None:
    choose_on_map(reader, "telephone-exchange")
    assert reader.strip.model.lit == {"telephone-exchange-taken"}
    assert reader.strip.event_shown == reader.event("telephone-exchange-taken")
    assert reader.clock == ("1917-10-25", "07:00")


def test_choosing_a_place_without_a_card_sets_the_hour_too(reader: Reader) -> None:
    before = reader.scrolled
    choose_on_map(reader, "state-bank")
    assert "state-bank-taken" in reader.strip.model.lit
    assert reader.clock == ("1917-10-25", "06:00")
    assert reader.scrolled == before


def test_choosing_a_person_lights_the_events_sets_the_hour_and_lights_the_map(
    reader: Reader,
) -> None:
    before = reader.scrolled
    reader.click_on("printing-house-reopened")
    reader.window.open_entity("kerensky")
    reader.settle()
    lit = reader.strip.model.lit
    assert {"kerensky-recalls-troops", "kerensky-leaves"} <= lit
    assert "aurora-shot" not in lit
    assert reader.strip.event_shown == reader.event("kerensky-leaves")
    assert reader.clock == ("1917-10-25", "11:00")
    assert reader.scrolled == before
    reader.window.open_entity("aurora")
    reader.settle()
    assert "aurora" in reader.lit_places()


def test_the_lists_put_out_what_was_lit(reader: Reader) -> None:
    reader.window.open_entity("kerensky")
    reader.window.panel.list_shown.emit()
    assert reader.strip.model.lit == frozenset()


def test_a_name_in_the_strip_opens_its_card(reader: Reader) -> None:
    reader.click_on("kerensky-leaves")
    reader.strip.entity_asked.emit("kerensky")
    subject = reader.window.panel.card.subject
    assert subject is not None
    assert subject.key == "kerensky"


WHERE = [
    ("central-committee-10-october", ["sukhanov-flat"]),
    ("central-committee-16-october", ["lesnoy-duma"]),
    ("printing-house-raided", ["trud-press"]),
    ("baltic-station-taken", ["baltic-station"]),
    ("general-staff-taken", ["general-staff"]),
    ("petrograd-soviet-session", ["smolny"]),
    ("day-of-the-petrograd-soviet", ["narodny-dom"]),
    ("kerensky-leaves", ["general-staff"]),
    ("orders-only-through-the-committee", ["smolny"]),
    (
        "bridges-ordered-raised",
        ["nikolaevsky-bridge", "palace-bridge", "troitsky-bridge", "liteiny-bridge"],
    ),
    (
        "bridges-lowered",
        ["troitsky-bridge", "liteiny-bridge", "grenadersky-bridge", "sampsonievsky-bridge"],
    ),
]


@pytest.mark.parametrize(("name", "places"), WHERE, ids=[name for name, _ in WHERE])
def test_an_event_lights_where_it_happened_and_the_place_lights_it(
    reader: Reader, name: str, places: list[str]
) -> None:
    reader.click_on(name)
    assert set(places) <= set(reader.lit_places())
    names = {place.id: place.name_th for place in reader.window.knowledge.places}
    said = reader.strip.text.plain_text()
    assert all(names[place] in said for place in places)
    for place in places:
        reader.links._open_place(place)
        reader.settle()
        assert name in reader.strip.model.lit, place
        shown = reader.strip.event_shown
        assert shown is not None
        assert shown.id == name  # it concerns the place: none nearer is wanted


def test_a_place_where_nothing_happened_is_given_no_event(reader: Reader) -> None:
    reader.click_on("state-bank-taken")
    clock = reader.clock
    reader.links._open_place("kshesinskaya-mansion")
    reader.settle()
    assert reader.strip.model.lit == frozenset()
    assert reader.strip.event_shown is None
    assert reader.marked_words() == []
    assert reader.lit_places() == ()
    assert not reader.strip.go.isEnabled()
    assert reader.clock == clock
    reader.click_on("aurora-anchors")
    assert reader.strip.event_shown == reader.event("aurora-anchors")


# The hour control


def test_the_clock_names_both_calendars(reader: Reader) -> None:
    reader.click_on("aurora-anchors")
    assert reader.strip.hour.clock.text() == ("วันพุธที่ ๒๕ ตุลาคม (๗ พฤศจิกายน) เวลา ๐๓.๓๐ น.")
    assert reader.strip.hour.calendar.text() == "ปฏิทินเก่า (ปฏิทินใหม่)"


def test_the_keys_go_by_quarters_of_an_hour(reader: Reader) -> None:
    slider = reader.strip.hour.slider
    slider.setFocus()
    for key, clock in (
        (KEY.Key_Home, ("1917-10-24", "09:00")),
        (KEY.Key_Right, ("1917-10-24", "09:15")),
        (KEY.Key_Up, ("1917-10-24", "09:30")),
        (KEY.Key_Left, ("1917-10-24", "09:15")),
        (KEY.Key_PageUp, ("1917-10-24", "10:15")),
        (KEY.Key_PageDown, ("1917-10-24", "09:15")),
        (KEY.Key_End, ("1917-10-26", "06:00")),
        (KEY.Key_Right, ("1917-10-26", "06:00")),
    ):
        reader.type(key)
        assert reader.clock == clock, key


def test_a_step_from_between_goes_to_the_next_quarter(reader: Reader) -> None:
    reader.click_on("ministers-arrested")
    reader.strip.hour.slider.setFocus()
    reader.type(KEY.Key_Right)
    assert reader.clock == ("1917-10-26", "02:15")
    reader.click_on("ministers-arrested")
    reader.strip.hour.slider.setFocus()
    reader.type(KEY.Key_Left)
    assert reader.clock == ("1917-10-26", "02:00")


def test_setting_the_hour_marks_the_words_of_its_event_and_moves_no_text(reader: Reader) -> None:
    reader.page.show_first(0)
    reader.settle()
    before = reader.scrolled
    slider = reader.strip.hour.slider
    slider.setFocus()
    slider.setValue(reader.hours.minute_of("1917-10-25", "10:30"))
    reader.settle()
    assert reader.strip.event_shown == reader.event("to-the-citizens-of-russia")
    assert reader.marked_words() == ["คณะกรรมาธิการปฏิวัติทหารก็ออกแถลงการณ์ถึงพลเมืองรัสเซีย"]
    assert reader.scrolled == before


def test_space_lets_the_hours_pass_and_stops_them(reader: Reader) -> None:
    hour = reader.strip.hour
    hour.slider.setFocus()
    reader.type(KEY.Key_Home)
    hour.speed.setCurrentIndex(2)
    scrolled = reader.scrolled
    reader.type(KEY.Key_Space)
    assert hour.is_playing
    reader.until(lambda: hour.minute >= 30)
    assert reader.scrolled == scrolled
    reader.type(KEY.Key_Space)
    assert not hour.is_playing
    stopped = hour.minute
    reader.wait(500)
    assert hour.minute == stopped


def test_the_hours_stop_at_their_end(reader: Reader) -> None:
    hour = reader.strip.hour
    hour.slider.setValue(reader.hours.length - 15)
    hour.speed.setCurrentIndex(2)
    hour.toggle_play()
    reader.until(lambda: not hour.is_playing)
    assert hour.minute == reader.hours.length


def test_where_motion_is_not_wanted_there_are_steps_only(reader: Reader) -> None:
    reader.window.preferences.set("motion", "reduced")
    hour = reader.strip.hour
    hour.slider.setFocus()
    reader.type(KEY.Key_Home)
    reader.type(KEY.Key_Space)
    assert not hour.is_playing
    assert hour.minute == 15
    assert not hour.speed.isVisible()
    assert hour.play.accessibleName() == "ก้าวต่อไปสิบห้านาที"


def test_everything_has_a_name(reader: Reader) -> None:
    strip = reader.strip
    hour = strip.hour
    for widget in (
        strip, strip.list, strip.legend, strip.text, hour.slider, hour.play, hour.back,
        hour.forward, hour.speed,
    ):  # fmt: skip
        assert widget.accessibleName(), widget
    reader.click_on("aurora-anchors")
    assert "๐๓.๓๐ น." in hour.slider.accessibleDescription()


# The map of the hour


def picture(view: MapView) -> QImage:
    return view.grab().toImage()


def test_the_map_shows_the_hour(reader: Reader) -> None:
    reader.click_on("printing-house-reopened")
    morning = picture(reader.map)
    reader.click_on("congress-told")
    assert picture(reader.map) != morning


def test_the_aurora_is_where_she_was(reader: Reader) -> None:
    reader.strip.hour.slider.setValue(0)
    before = reader.map.place_position("aurora")
    reader.click_on("aurora-anchors")
    after = reader.map.place_position("aurora")
    assert before is not None and after is not None
    # from the works, down the river, to the Nikolaevsky Bridge
    assert after.x() > before.x() and after.y() < before.y()


def test_the_legend_says_in_words_what_is_shown(reader: Reader) -> None:
    reader.click_on("aurora-shot")
    words = reader.strip.legend.words()
    moment = reader.hours.at(reader.strip.hour.minute)
    soviet = sum(hold.holder == "soviet" for hold in moment.holds.values())
    count = "".join(THAI_HOURS[int(digit)] for digit in str(soviet))
    assert f"ฝ่ายสภาโซเวียต {count}" in words
    assert "วงล้อมประชิด" in words
    assert "ยิงกระสุนเปล่า" in words
    reader.strip.hour.slider.setValue(reader.hours.minute_of("1917-10-24", "20:00"))
    words = reader.strip.legend.words()
    assert "สะพานยกขึ้น" in words
    assert any(word.startswith("ไม่ทราบ") for word in words)


def test_the_state_of_the_city_is_told_in_words(reader: Reader) -> None:
    reader.strip.hour.slider.setValue(reader.hours.minute_of("1917-10-25", "12:15"))
    reader.settle()
    said = reader.strip.text.plain_text()
    assert "วงล้อม" in said
    assert "รัฐบาลเฉพาะกาล: " in said
    assert "พระราชวังฤดูหนาว" in said


def test_a_place_of_the_map_says_who_holds_it_at_the_hour(reader: Reader) -> None:
    overlay = reader.links._overlays[0][1]
    reader.click_on("aurora-anchors")
    assert "รัฐบาลเฉพาะกาล" in overlay.remark("state-bank")
    reader.click_on("state-bank-taken")
    assert "ฝ่ายสภาโซเวียต" in overlay.remark("state-bank")
    assert "กะลาสี" in overlay.remark("state-bank")
    assert "สะพานนีโคลาเยฟสกี" in overlay.remark("aurora")
    assert overlay.remark("vyborg-district") == ""


def test_the_large_map_shows_the_hour_and_has_a_way_to_the_text(reader: Reader) -> None:
    reader.window.large_map.open()
    reader.settle()
    large = reader.window.large_map.view
    assert large is not None
    overlays = [overlay for view, overlay in reader.links._overlays if view is large.map]
    reader.click_on("state-bank-taken")
    assert [overlay.moment.minute for overlay in overlays if overlay.moment] == [21 * 60]
    QTest.mouseClick(reader.strip.go, Qt.MouseButton.LeftButton)
    reader.settle()
    assert not reader.window.large_map.is_open
    assert reader.is_seen(reader.event("state-bank-taken").start)


def painted(paint: Callable[[QPainter], object]) -> QImage:
    image = QImage(40, 40, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


def test_holders_and_decks_are_told_apart_without_colour() -> None:
    black = LIGHT._replace(accent="#000000", place="#000000", muted="#000000", bridge="#000000")
    at = QPointF(20, 20)
    signs = [painted(lambda p, h=holder: paint_holder(p, at, 9.0, h, black)) for holder in HOLDERS]
    decks = [
        painted(lambda p, d=deck: paint_bridge(p, at, QPointF(15, 0), d, "neither", black))
        for deck in DECKS
    ]
    for images in (signs, decks):
        for one, other in combinations(images, 2):
            assert one != other


# Language, other texts


def test_in_english_all_of_it_is_english(reader: Reader) -> None:
    reader.click_on("aurora-anchors")
    reader.window.set_language("en")
    reader.settle()
    strip = reader.strip
    assert strip.hour.clock.text() == "Wednesday 25 October (7 November), 03:30"
    assert strip.go.text() == "Go to the text"
    assert strip.event_shown == reader.event("aurora-anchors")
    assert reader.clock == ("1917-10-25", "03:30")
    shown = strip.text.plain_text() + "".join(strip.legend.words())
    assert not any("ก" <= letter <= "๙" for letter in shown)


def test_another_theme_is_taken_on(reader: Reader) -> None:
    before = reader.strip.grab().toImage()
    reader.window.set_theme_choice("dark")
    reader.settle()
    assert reader.strip.grab().toImage() != before


def test_a_text_without_events_says_so(hands: Hands, tmp_path: Path) -> None:
    file = tmp_path / "plain.txt"
    file.write_text("ข้อความธรรมดา", encoding="utf-8")
    hands.type(KEY.Key_F5)
    assert hands.window.timeline.is_open
    assert hands.window.open_path(file)
    assert not hands.window.timeline.is_open
    hands.type(KEY.Key_F5)
    assert not hands.window.timeline.is_open
    assert hands.window.notice.text() == "บทความนี้ไม่มีเส้นเวลา"
    hands.window.open_entry()
    hands.type(KEY.Key_F5)
    assert hands.window.timeline.is_open


def test_a_package_with_events_and_no_hours_has_a_timeline_without_a_clock(
    hands: Hands, tmp_path: Path
) -> None:
    package = Package(tmp_path / "varee")
    computed.save(package.folder / "computed", knowledge_from(load_source(package.folder)))
    hands.type(KEY.Key_F5)
    assert hands.window.open_path(package.folder)
    hands.settle()
    reader = Reader(hands._qtbot, hands.window)
    assert reader.window.timeline.is_open
    assert not reader.strip.hour.isVisible()
    assert not reader.strip.legend.isVisible()
    reader.click_on("arrival")
    assert reader.marked_words() == ["สมชาย ดีงาม มาถึง"]
    assert reader.strip.go.isEnabled()
    hands.window.open_entry()
    hands.settle()
    assert reader.strip.hour.isVisible()
    reader.click_on("state-bank-taken")
    assert reader.clock == ("1917-10-25", "06:00")


def test_an_event_names_the_place_of_the_map_that_has_no_card(reader: Reader) -> None:
    reader.click_on("state-bank-taken")
    said = reader.strip.text.plain_text()
    assert "ธนาคารแห่งรัฐ" in said.partition("แหล่งอ้างอิง")[0]
    assert "กะลาสีราวสี่สิบคน" in said


def test_the_keyboard_reaches_every_part(reader: Reader) -> None:
    reached = set()
    reader.strip.hour.play.setFocus()
    for _ in range(12):
        widget = QApplication.focusWidget()
        if widget is not None:
            reached.add(widget)
        reader.type(KEY.Key_Tab)
    strip = reader.strip
    assert {strip.hour.play, strip.hour.slider, strip.list, strip.go} <= reached
