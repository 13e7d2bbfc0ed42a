"""An hour in words: the clock, and what is known of the city at that time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reader.content.date_format import format_days, weekday_name
from reader.content.datestring import to_new_style
from reader.content.hours import HOLDERS, Account, Hours, Moment
from reader.content.knowledge import Knowledge
from reader.messages import sentence
from reader.text.digits import digits
from reader.ui.thai_text import Paragraph, Piece

PLACE_OF_MAP = "map:"
"""What a link on a place of the map begins with; its id follows."""


def time_text(time: str, language: str) -> str:
    """``HH:MM`` as it is written in ``language``."""
    shown = digits(time.replace(":", "."), language) if language == "th" else time
    return sentence("time-of-day", language, time=shown)


def clock_text(hours: Hours, minute: int, language: str) -> str:
    """Weekday, day in both calendars, hour."""
    day, hour = hours.clock(minute)
    ns = to_new_style(day)
    return sentence(
        "clock",
        language,
        weekday=weekday_name(ns, language),
        date=format_days(day, ns, language),
        time=time_text(hour, language),
    )


def holders_in_words(knowledge: Knowledge, moment: Moment, language: str) -> list[Paragraph]:
    """For each holder the places it has, as links."""
    names = {
        place.id: place.name_th if language == "th" else place.name_en for place in knowledge.places
    }
    paragraphs = []
    for holder in HOLDERS:
        held = [hold for hold in moment.holds.values() if hold.holder == holder]
        if not held:
            continue
        pieces = [Piece(sentence(f"holder-{holder}", language) + ": ", bold=True)]
        links = []
        for hold in held:
            raised = hold.deck not in ("", "down")
            deck = f" ({sentence(f'deck-{hold.deck}', language)})" if raised else ""
            links.append((Piece(names[hold.place], href=PLACE_OF_MAP + hold.place), Piece(deck)))
        pieces += links[0]
        for _, link in pairwise(links):
            pieces += [Piece(" · ", ink="muted"), *link]
        paragraphs.append(Paragraph(tuple(p for p in pieces if p.plain), size=0.92, above=0.25))
    return paragraphs


def accounts_in_words(moment: Moment, language: str) -> list[Paragraph]:
    """The siege, the ships and the guns of a moment, and what has just changed hands."""
    accounts: list[Account] = []
    if moment.ring is not None:
        accounts.append(moment.ring.account)
    accounts += [berth.account for berth in moment.berths.values()]
    accounts += [shot.account for shot in moment.shots]
    return [account_in_words(account, language) for account in accounts]


def account_in_words(account: Account, language: str) -> Paragraph:
    """What is said of an interval, and how sure it is."""
    pieces = [Piece(account.text(language))]
    if account.certainty != "clear":
        how = sentence(f"sureness-{account.certainty}", language)
        pieces.append(Piece(f" [{how}]", ink="muted"))
    return Paragraph(tuple(pieces), size=0.92, above=0.2)


def counted(moment: Moment) -> dict[str, int]:
    """How many places each holder has."""
    held: Sequence[str] = [hold.holder for hold in moment.holds.values()]
    return {holder: held.count(holder) for holder in HOLDERS}
