"""The hours of the insurrection: defined at every quarter of an hour, sourced, and consistent."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from itertools import pairwise
from typing import Any

import pytest
from support import ROOT, Package

from reader import resources
from reader.content import computed
from reader.content.city_map import load_city_map
from reader.content.compute import knowledge_from
from reader.content.hours import DECKS, HOLDERS, STAGES, Hours
from reader.content.knowledge import Knowledge
from reader.content.model import CERTAINTIES, PARTS_OF_DAY
from reader.content.reading import open_package
from reader.content.source import load_source
from reader.errors import PackageError

FOLDER = resources.article_folder()
QUARTERS = range(0, 45 * 60 + 1, 15)


def toml(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


WRITTEN = toml("hours.toml")
BLOCKS = [(kind, block) for kind in ("hold", "ship", "ring", "shot") for block in WRITTEN[kind]]
BRIDGES = {block["place"] for block in WRITTEN["hold"] if "deck" in block}


@pytest.fixture(scope="session")
def hours(entry: Knowledge) -> Hours:
    assert entry.hours is not None
    return entry.hours


def at(hours: Hours, day: str, time: str) -> int:
    return hours.minute_of(f"1917-10-{day}", time)


# Every quarter of an hour


def test_the_span_is_from_the_morning_of_the_24th_to_the_dawn_of_the_26th(hours: Hours) -> None:
    assert (hours.first, hours.length) == ("1917-10-24 09:00", 45 * 60)
    assert hours.clock(0) == ("1917-10-24", "09:00")
    assert hours.clock(15 * 60) == ("1917-10-25", "00:00")
    assert hours.clock(hours.length) == ("1917-10-26", "06:00")


@pytest.mark.parametrize("minute", QUARTERS)
def test_at_every_quarter_of_an_hour_every_object_has_one_sourced_state(
    hours: Hours, minute: int
) -> None:
    """What the program says at a minute is what exactly one written interval says then."""
    moment = hours.at(minute)
    day, time = hours.clock(min(minute, hours.length - 1))
    clock = f"{day} {time}"

    def written(kind: str, key: str, name: str | None) -> list[dict[str, Any]]:
        return [
            block
            for block in WRITTEN[kind]
            if (name is None or block[key] == name) and block["from"] <= clock < block["to"]
        ]

    assert set(moment.holds) == {block["place"] for block in WRITTEN["hold"]}
    for place, hold in moment.holds.items():
        (block,) = written("hold", "place", place)
        assert hold.holder == block["holder"] in HOLDERS
        assert hold.deck == block.get("deck", "")
        assert (hold.account.certainty, hold.account.th.text) == (block["certainty"], block["th"])
        assert len(hold.account.sources) == len(block["sources"]) > 0
    assert set(moment.berths) == {"aurora"}
    (ship,) = written("ship", "ship", "aurora")
    assert [list(point) for point in moment.berths["aurora"].way] == ship["way"]
    (ring,) = written("ring", "", None)
    assert moment.ring is not None
    assert moment.ring.stage == ring["stage"] in STAGES
    assert [shot.target for shot in moment.shots] == [
        block["target"] for block in written("shot", "", None)
    ]


def test_intervals_of_one_object_neither_overlap_nor_leave_a_gap() -> None:
    objects: dict[str, list[tuple[str, str]]] = {}
    for kind, block in BLOCKS:
        if kind != "shot":
            name = block.get("place") or block.get("ship") or kind
            objects.setdefault(f"{kind} {name}", []).append((block["from"], block["to"]))
    for name, spans in objects.items():
        spans.sort()
        assert spans[0][0] == WRITTEN["from"], name
        assert spans[-1][1] == WRITTEN["to"], name
        for (_, end), (start, _) in pairwise(spans):
            assert end == start, name


def test_every_interval_has_sources_that_exist_and_words_in_two_languages() -> None:
    known = toml("sources.toml")
    for kind, block in BLOCKS:
        assert block["sources"], block
        for source in block["sources"]:
            assert source.partition("|")[0].strip() in known, (kind, source)
        assert block["certainty"] in CERTAINTIES
        assert any("ก" <= letter <= "๙" for letter in block["th"])
        assert block["en"].endswith(".")


def test_an_interval_begins_at_the_hour_of_the_event_it_names(
    hours: Hours, entry: Knowledge
) -> None:
    events = {event.id: event for event in entry.details.events}
    intervals = [*hours.holds, *hours.berths, *hours.rings, *hours.shots]
    named = [one for one in intervals if one.account.event]
    assert len(named) > 15
    for interval in named:
        event = events[str(interval.account.event)]
        assert hours.minute_of_event(event) == interval.start, event.id


def test_what_is_taken_in_an_event_is_the_soviets_from_that_hour_on(
    hours: Hours, entry: Knowledge
) -> None:
    taken = [e for e in entry.details.events if e.id.endswith("-taken") and e.time]
    assert len(taken) >= 7
    for event in taken:
        (hold,) = [hold for hold in hours.holds if hold.account.event == event.id]
        assert hold.holder == "soviet"
        assert hours.at(hold.start - 1).holds[hold.place].holder != "soviet"
        assert hours.at(hold.start).holds[hold.place].holder == "soviet"


def test_what_is_not_known_is_said_so(hours: Hours) -> None:
    noon = hours.at(at(hours, "24", "12:00"))
    assert noon.holds["tauride-palace"].holder == "unknown"
    night = hours.at(at(hours, "24", "22:00"))
    assert night.holds["baltic-station"].holder == "unknown"  # two works, two hours
    assert night.holds["bolsheokhtinsky-bridge"].deck == "unknown"
    for hold in hours.holds:
        assert hold.holder != "unknown" or hold.account.certainty != "clear"


# What happened


@pytest.mark.parametrize(
    ("place", "day", "time", "holder"),
    [
        ("smolny", "24", "09:00", "soviet"),
        ("peter-and-paul-fortress", "24", "09:00", "soviet"),
        ("trud-press", "24", "10:45", "government"),
        ("trud-press", "24", "11:00", "soviet"),
        ("central-telegraph", "24", "16:45", "government"),
        ("central-telegraph", "24", "17:00", "soviet"),
        ("post-office", "25", "01:15", "government"),
        ("post-office", "25", "01:30", "soviet"),
        ("nikolaevsky-station", "25", "02:00", "soviet"),
        ("state-bank", "25", "05:45", "government"),
        ("state-bank", "25", "06:00", "soviet"),
        ("telephone-exchange", "25", "06:45", "government"),
        ("telephone-exchange", "25", "07:00", "soviet"),
        ("warsaw-station", "25", "08:00", "soviet"),
        ("mariinsky-palace", "25", "14:00", "soviet"),
        ("winter-palace", "25", "21:45", "government"),
        ("winter-palace", "26", "02:00", "contested"),
        ("winter-palace", "26", "02:10", "soviet"),
    ],
)
def test_who_holds_what(hours: Hours, place: str, day: str, time: str, holder: str) -> None:
    assert hours.at(at(hours, day, time)).holds[place].holder == holder


@pytest.mark.parametrize(
    ("bridge", "day", "time", "deck", "holder"),
    [
        ("liteiny-bridge", "24", "12:00", "down", "neither"),
        ("liteiny-bridge", "24", "20:00", "down", "soviet"),
        ("palace-bridge", "24", "20:00", "down", "government"),
        ("nikolaevsky-bridge", "24", "20:00", "up", "government"),
        ("nikolaevsky-bridge", "25", "03:15", "up", "government"),
        ("nikolaevsky-bridge", "25", "03:30", "down", "soviet"),
    ],
)
def test_bridges(hours: Hours, bridge: str, day: str, time: str, deck: str, holder: str) -> None:
    hold = hours.at(at(hours, day, time)).holds[bridge]
    assert (hold.deck, hold.holder) == (deck, holder)


def test_only_bridges_have_a_deck(hours: Hours, entry: Knowledge) -> None:
    kinds = {place.id: place.kind for place in entry.places}
    for hold in hours.holds:
        assert (kinds[hold.place] == "bridge") == (hold.deck != ""), hold.place
        assert hold.deck in ("", *DECKS)


def inside(lat: float, lon: float, ring: list[tuple[float, float]]) -> bool:
    """Whether a point lies in a polygon of (lat, lon), by counting crossings."""
    found = False
    for (y0, x0), (y1, x1) in pairwise([*ring, ring[0]]):
        if (y0 > lat) != (y1 > lat) and lon < x0 + (lat - y0) / (y1 - y0) * (x1 - x0):
            found = not found
    return found


def test_the_aurora_is_in_the_water_all_the_way(hours: Hours) -> None:
    water = load_city_map(resources.city_map_file()).features["water"]
    rings = [[(n.lat, n.lon) for n in part] for feature in water for part in feature.parts]
    assert rings
    for minute in range(0, hours.length, 3):
        lat, lon = hours.at(minute).berths["aurora"].position(minute)
        covering = sum(inside(lat, lon, ring) for ring in rings)
        assert covering % 2 == 1, (hours.clock(minute), lat, lon)


def test_the_aurora_goes_up_to_the_bridge_in_the_night_of_the_24th(hours: Hours) -> None:
    works = hours.at(0).berths["aurora"].position(0)
    under_way = at(hours, "25", "03:15")
    there = at(hours, "25", "03:30")
    half = hours.at(under_way).berths["aurora"].position(under_way)
    bridge = hours.at(there).berths["aurora"].position(there)
    assert works[1] < half[1] < bridge[1]
    assert abs(bridge[1] - 30.2893) < 0.005
    assert abs(bridge[0] - 59.9348) < 0.003


def test_the_siege_closes_in_on_the_palace_by_stages(hours: Hours, entry: Knowledge) -> None:
    stages = [ring.stage for ring in hours.rings]
    assert stages == ["none", "open", "closed", "tight", "none"]
    palace = next(place for place in entry.places if place.id == "winter-palace")

    def reach(line: tuple[tuple[float, float], ...]) -> float:
        return max(lat for lat, _ in line) - min(lat for lat, _ in line)

    closed, tight = hours.rings[2], hours.rings[3]
    for ring in (closed, tight):
        assert inside(palace.lat, palace.lon, list(ring.line))
    assert reach(tight.line) < reach(closed.line) < reach(hours.rings[1].line)


def test_the_shots(hours: Hours) -> None:
    assert hours.at(at(hours, "25", "21:30")).shots == ()
    (blank,) = hours.at(at(hours, "25", "21:45")).shots
    assert (blank.place, blank.target, blank.charge) == ("aurora", "winter-palace", "blank")
    (live,) = hours.at(at(hours, "25", "23:30")).shots
    assert (live.place, live.charge) == ("peter-and-paul-fortress", "live")


# The timeline


def test_the_timeline_is_dense_for_the_three_days_and_spans_the_year(entry: Knowledge) -> None:
    events = entry.details.events
    days = [(event.os or "").partition("/")[0] for event in events]
    assert days.count("1917-10-24") >= 10
    assert days.count("1917-10-25") >= 18
    assert events[0].ns.startswith("1917-03")
    assert events[-1].ns.startswith("1918-03")


def test_events_stand_in_the_order_in_which_they_happened(entry: Knowledge) -> None:
    timed = [(e.ns.partition("/")[0], e.time, e.id) for e in entry.details.events]
    days = [day for day, _, _ in timed]
    assert days == sorted(days)
    for (day, time, _), (next_day, next_time, name) in pairwise(t for t in timed if t[1]):
        assert (day, time) <= (next_day, next_time), name


def test_an_hour_said_to_be_the_entrys_is_printed_in_it(entry: Knowledge) -> None:
    printed = {(date.os, date.time) for date in entry.dates if date.time}
    checked = 0
    for event in entry.details.events:
        if event.time_basis == "entry" and event.time:
            assert (event.os, event.time) in printed, event.id
            checked += 1
        if event.entry_time:
            assert (event.entry_os or event.os, event.entry_time) in printed, event.id
            assert (event.entry_os or event.os, event.entry_time) != (event.os, event.time)
            checked += 1
    assert checked >= 6


def test_a_correction_keeps_what_the_entry_says(entry: Knowledge) -> None:
    for event in entry.details.events:
        if event.time_basis == "correction":
            assert event.entry_os or event.entry_time or event.entry_part, event.id
        assert event.part in (None, *PARTS_OF_DAY)
        assert not (event.part and event.time), event.id


def test_at_the_clock_of_every_event_the_hours_say_what_is_tied_to_it(
    hours: Hours, entry: Knowledge
) -> None:
    intervals = [*hours.holds, *hours.berths, *hours.rings, *hours.shots]
    tied = 0
    for event in entry.details.events:
        minute = hours.minute_of_event(event)
        if minute is None:
            continue
        moment = hours.at(minute)
        shown = [*moment.holds.values(), *moment.berths.values(), moment.ring, *moment.shots]
        for interval in intervals:
            if interval.account.event == event.id:
                assert interval in shown, event.id
                tied += 1
    assert tied > 18


def test_bridges_are_as_the_events_about_them_say(hours: Hours, entry: Knowledge) -> None:
    events = {event.id: event for event in entry.details.events}
    told = {
        "bridges-ordered-raised": {
            "nikolaevsky-bridge": "contested",
            "palace-bridge": "government",
        },
        "bridges-lowered": {"liteiny-bridge": "contested", "troitsky-bridge": "contested"},
    }
    for name, bridges in told.items():
        event = events[name]
        assert set(bridges) <= set(event.places) <= BRIDGES
        minute = hours.minute_of_event(event)
        assert minute is not None
        holds = hours.at(minute).holds
        assert {bridge: holds[bridge].holder for bridge in bridges} == bridges
    minute = hours.minute_of_event(events["bridges-lowered"])
    assert minute is not None
    assert all(
        hours.at(minute).holds[b].holder != "neither" for b in events["bridges-lowered"].places
    )


def test_what_an_event_takes_is_not_contested_when_it_is_taken(
    hours: Hours, entry: Knowledge
) -> None:
    event = next(e for e in entry.details.events if e.id == "general-staff-taken")
    minute = hours.minute_of_event(event)
    assert minute is not None
    assert hours.at(minute).holds["general-staff"].holder == "soviet"
    assert event.time is None


def test_the_clock_never_goes_back_from_event_to_event(hours: Hours, entry: Knowledge) -> None:
    minutes = [hours.minute_of_event(event) for event in entry.details.events]
    known = [minute for minute in minutes if minute is not None]
    evening = [minute for minute in known if minute < hours.minute_of("1917-10-24", "18:00")]
    assert evening == sorted(evening)
    guards = next(e for e in entry.details.events if e.id == "guards-disarmed")
    minute = hours.minute_of_event(guards)
    assert minute is not None
    assert hours.clock(minute) == ("1917-10-26", "02:30")
    assert minute in known[-2:]


def test_the_night_of_the_last_day_is_its_small_hours(hours: Hours, entry: Knowledge) -> None:
    event = next(e for e in entry.details.events if e.id == "guards-disarmed")
    last = hours.minute_of_event(event._replace(clock=None))
    assert last is not None
    assert hours.clock(last) == ("1917-10-26", "02:00")
    before = hours.minute_of_event(event._replace(clock=None, os="1917-10-25"))
    assert before is not None
    assert hours.clock(before) == ("1917-10-25", "23:00")


def test_a_clock_sets_the_clock_only_where_no_hour_is_known(hours: Hours, entry: Knowledge) -> None:
    clocked = [event for event in entry.details.events if event.clock]
    assert clocked
    for event in clocked:
        assert event.part
        assert not event.time
        assert hours.minute_of_event(event) == hours.minute_of(str(event.os), event.clock or "")
        known = "04:00" if event.os == "1917-10-26" else "12:00"
        timed = event._replace(time=known)
        assert hours.minute_of_event(timed) == hours.minute_of(str(event.os), known)


def test_the_line_of_the_baltic_station_agrees_with_its_hours(
    hours: Hours, entry: Knowledge
) -> None:
    """Between the evening and 2 a.m. nobody can say; nor does the line of the place."""
    unknown = next(h for h in hours.holds if h.place == "baltic-station" and h.holder == "unknown")
    day, end = hours.clock(unknown.end)
    assert (day, end) == ("1917-10-25", "02:00")
    note = entry.details.places["baltic-station"]
    assert "๐๒.๐๐ น." in note.th.text
    assert "ไม่ตรงกัน" in note.th.text
    assert "2 a.m." in note.en.text
    assert "differ" in note.en.text
    assert len(note.sources) == 2


# The files


def test_the_places_and_clocks_of_events_come_out_as_they_went_in(
    package: Package, entry: Knowledge
) -> None:
    package.change(
        "timeline.toml",
        'os = "1917-10-10"',
        'os = "1917-10-10"\nclock = "15:30"\nplaces = ["market"]',
    )
    source = load_source(package.folder)
    assert source.problems == []
    computed.save(package.folder / "computed", knowledge_from(source))
    (event,) = open_package(package.folder, "varee").details.events
    assert (event.clock, event.places, event.time) == ("15:30", ("market",), None)


def test_a_package_computed_before_events_had_places_is_read(package: Package) -> None:
    computed.save(package.folder / "computed", knowledge_from(load_source(package.folder)))
    kept = json.loads(package.text(f"computed/{computed.DETAILS_FILE}"))
    assert computed.EVENTS_ON_MAP not in kept
    (event,) = open_package(package.folder, "varee").details.events
    assert (event.clock, event.places) == (None, ())


@pytest.mark.parametrize("damage", [7, {"arrival": 7}, {"nobody": [None, []]}, {"arrival": [None]}])
def test_damaged_places_of_events_are_told(package: Package, damage: object) -> None:
    computed.save(package.folder / "computed", knowledge_from(load_source(package.folder)))
    name = f"computed/{computed.DETAILS_FILE}"
    kept = json.loads(package.text(name))
    package.write(name, json.dumps({**kept, computed.EVENTS_ON_MAP: damage}))
    with pytest.raises(PackageError):
        _ = open_package(package.folder, "varee").details


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ('clock = "25:30"', "package-bad-date"),
        ("clock = 15", "package-bad-date"),
        ('time = "15:30"\nclock = "15:30"', "package-bad-value"),
        ('places = ["harbour"]', "package-unknown-place"),
        ('places = "market"', "package-bad-value"),
    ],
)
def test_faulty_places_and_clocks_of_events_are_told(package: Package, line: str, key: str) -> None:
    package.change("timeline.toml", 'os = "1917-10-10"', f'os = "1917-10-10"\n{line}')
    (problem,) = load_source(package.folder).problems
    assert (problem.file, problem.key) == ("timeline.toml", key)
    assert isinstance(problem.as_error(), PackageError)


def test_hours_come_out_of_the_computed_file_as_they_went_in(entry: Knowledge) -> None:
    fresh = load_source(FOLDER).hours
    kept = entry.hours
    assert fresh is not None
    assert kept is not None
    assert (kept.first, kept.length) == (fresh.first, fresh.length)
    for one, other in (
        (kept.holds, fresh.holds), (kept.berths, fresh.berths),
        (kept.rings, fresh.rings), (kept.shots, fresh.shots),
    ):  # fmt: skip
        assert [i[:-1] for i in one] == [i[:-1] for i in other]
        assert [i.account.th.text for i in one] == [i.account.th.text for i in other]


def test_opening_the_entry_reads_no_hours() -> None:
    script = """if True:
        import sys
        opened = []
        sys.addaudithook(lambda event, args: event == "open" and opened.append(str(args[0])))
        from reader.content.reading import open_shipped
        known = open_shipped()
        known.details
        assert not any("hours" in name for name in opened if name.endswith(".json")), opened
        assert "reader.content.hours" not in sys.modules
        known.hours
        assert any(name.endswith("hours.json") for name in opened)
    """
    subprocess.run([sys.executable, "-c", script], check=True, cwd=ROOT, timeout=60)


HOURS = """\
from = "1917-10-10 09:00"
to = "1917-10-11 06:00"

[[hold]]
place = "market"
from = "1917-10-10 09:00"
to = "1917-10-10 20:00"
holder = "government"
certainty = "clear"
event = "arrival"
th = "ตลาดเปิด"
en = "The market is open."
sources = ["smith-1990"]

[[hold]]
place = "market"
from = "1917-10-10 20:00"
to = "1917-10-11 06:00"
holder = "unknown"
certainty = "disputed"
th = "ไม่ทราบ"
en = "Not known."
sources = ["brown-2001"]
"""


@pytest.fixture
def with_hours(package: Package) -> Package:
    """The small package with hours of its market."""
    package.write("hours.toml", HOURS)
    return package


def test_a_package_may_tell_hours(with_hours: Package) -> None:
    source = load_source(with_hours.folder)
    assert source.problems == []
    computed.save(with_hours.folder / "computed", knowledge_from(source))
    hours = open_package(with_hours.folder, "varee").hours
    assert hours is not None
    assert hours.at(0).holds["market"].holder == "government"
    assert hours.at(hours.length).holds["market"].holder == "unknown"
    assert hours.at(0).ring is None


def test_a_package_without_hours_has_none(package: Package) -> None:
    computed.save(package.folder / "computed", knowledge_from(load_source(package.folder)))
    assert not (package.folder / "computed" / computed.HOURS_FILE).exists()
    assert open_package(package.folder, "varee").hours is None


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"format": [1, 0]}', '{"format": [1]}'])
def test_damaged_hours_are_told(with_hours: Package, damage: str) -> None:
    folder = with_hours.folder
    computed.save(folder / "computed", knowledge_from(load_source(folder)))
    with_hours.write(f"computed/{computed.HOURS_FILE}", damage)
    known = open_package(folder, "varee")
    with pytest.raises(PackageError):
        _ = known.hours


def test_hours_without_a_part_are_told(with_hours: Package) -> None:
    folder = with_hours.folder
    computed.save(folder / "computed", knowledge_from(load_source(folder)))
    path = folder / "computed" / computed.HOURS_FILE
    whole = json.loads(path.read_text(encoding="utf-8"))
    for part in whole:
        kept = {key: value for key, value in whole.items() if key != part}
        path.write_text(json.dumps(kept), encoding="utf-8")
        with pytest.raises(PackageError):
            _ = open_package(folder, "varee").hours


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('to = "1917-10-10 20:00"', 'to = "1917-10-10 19:00"', "package-hours-gap"),
        ('to = "1917-10-10 20:00"', 'to = "1917-10-10 21:00"', "package-hours-gap"),
        ('to = "1917-10-10 20:00"', 'to = "1917-10-12 21:00"', "package-bad-date"),
        ('to = "1917-10-10 20:00"', 'to = "1917-10-10 25:00"', "package-bad-date"),
        ('to = "1917-10-10 20:00"', 'to = "1917-10-10 08:00"', "package-bad-date"),
        ('from = "1917-10-10 20:00"', 'from = "evening"', "package-bad-date"),
        ('from = "1917-10-10 09:00"\nto = "1917-10-11', 'to = "1917-10-11', "package-bad-date"),
        ('holder = "unknown"', 'holder = "nobody"', "package-bad-value"),
        ('holder = "unknown"', 'holder = "unknown"\ndeck = "ajar"', "package-bad-value"),
        ('certainty = "disputed"', 'certainty = "maybe"', "package-bad-value"),
        ('event = "arrival"', 'event = "departure"', "package-unknown-event"),
        ('["brown-2001"]', "[]", "package-few-sources"),
        ('["brown-2001"]', '["nobody"]', "package-unknown-source"),
        ('en = "Not known."\n', "", "package-missing"),
    ],
)
def test_faulty_hours_are_told(with_hours: Package, old: str, new: str, key: str) -> None:
    text = with_hours.text("hours.toml")
    assert old in text
    with_hours.write("hours.toml", text.replace(old, new, 1))
    problems = load_source(with_hours.folder).problems
    assert key in [problem.key for problem in problems]
    assert all(problem.file == "hours.toml" for problem in problems)
    assert all(isinstance(problem.as_error(), PackageError) for problem in problems)


def test_a_place_that_is_not_there_is_told_with_its_line(with_hours: Package) -> None:
    line = with_hours.change(
        "hours.toml",
        'place = "market"\nfrom = "1917-10-10 20:00"',
        'place = "harbour"\nfrom = "1917-10-10 20:00"',
    )
    found = [p for p in load_source(with_hours.folder).problems if p.key == "package-unknown-place"]
    assert [(problem.line, problem.values["name"]) for problem in found] == [(line, "harbour")]


def test_an_interval_that_disagrees_with_its_event_is_told(with_hours: Package) -> None:
    with_hours.change("timeline.toml", 'os = "1917-10-10"', 'os = "1917-10-10"\ntime = "10:00"')
    (problem,) = load_source(with_hours.folder).problems
    assert problem.key == "package-hours-event"
    assert problem.values["wanted"] == "1917-10-10 10:00"
