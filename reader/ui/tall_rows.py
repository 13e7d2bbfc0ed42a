"""Rows of a list that can be hit, however small the type (WCAG 2.2, 2.5.8)."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

_LEAST = 26  # pixels


class TallRows(QStyledItemDelegate):
    """Sets rows as usual, none lower than 24 pixels."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return super().sizeHint(option, index).expandedTo(QSize(0, _LEAST))
