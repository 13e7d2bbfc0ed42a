"""Pinning: the open card, in a window of its own beside the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QSize

if TYPE_CHECKING:
    from reader.ui.pinned_card import PinnedCard
    from reader.ui.window import Window

_STEP = 28  # pixels between one pinned card and the next


class Pinning(QObject):
    """The pinned cards of one window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.cards: list[PinnedCard] = []
        self._advises = False  # whether the line above the text says how to pin
        translate = QCoreApplication.translate
        window.commands.add(
            "view", "pin", lambda: translate("Pinning", "Pin the card"), self.pin, "F7"
        )
        window.panel.pin_asked.connect(self.pin)
        for changed in (window.theme_changed, window.language_changed):
            changed.connect(self._refresh)
        window.knowledge_changed.connect(self._close_all)
        window.closing.connect(self._close_all)

    def pin(self) -> None:
        """Pin what the panel shows, or the card beside the pointer; else say what to do."""
        window = self._window
        subject = window.subject_at_hand()
        if subject is None:
            window.say(
                lambda: QCoreApplication.translate("Pinning", "Open a card first; F7 then pins it.")
            )
            self._advises = True
            return
        if self._advises and window.tells_something:
            window.notice.close_notice()
        self._advises = False
        for card in self.cards:
            if card.subject == subject:
                card.raise_()
                return
        from reader.ui.pinned_card import PinnedCard

        card = PinnedCard(subject, window.theme, window.interface_size, window)
        card.entity_asked.connect(window.open_entity)
        card.offset_asked.connect(window.go_to)
        card.closed.connect(self._forget)
        number = len(self.cards)
        self.cards.append(card)
        self._write(card)
        card.resize(QSize(360, 420).boundedTo(window.size()))
        corner = window.mapToGlobal(QPoint(48 + number * _STEP, 96 + number * _STEP))
        card.move(corner)
        card.show()

    def _write(self, card: PinnedCard) -> None:
        window = self._window
        title, paragraphs = window.full_card(card.subject)
        card.show_card(title, paragraphs, window.theme, window.interface_size)

    def _refresh(self, _changed: object) -> None:
        self.cards = [card for card in self.cards if card.isVisible()]
        for card in self.cards:
            self._write(card)

    def _forget(self, card: PinnedCard) -> None:
        if card in self.cards:
            self.cards.remove(card)
            card.deleteLater()

    def _close_all(self, _knowledge: object = None) -> None:
        for card in self.cards:
            card.close()
            card.deleteLater()
        self.cards.clear()
