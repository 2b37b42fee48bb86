"""Tables on a page: fields with their labels, and statements side by side."""

from collections.abc import Sequence

from PySide6.QtGui import QTextFrameFormat, QTextLength, QTextTableFormat

from caseviewer.formatting.page import Block, BlockKind, Spans

_SHARED = 80
"""How much of the width statements beside each other share, in per cent."""
_TABLES = frozenset({BlockKind.FIELD, BlockKind.ROW})


def end_of_table(blocks: Sequence[Block], start: int) -> int:
    """The place behind the last block of a table that starts at `start`; `start` if none does.

    Rows that have another number of cells, and fields beside rows, are tables of their own.
    """
    first, end = blocks[start], start
    while end < len(blocks) and _belongs(blocks[end], first):
        end += 1
    return end


def _belongs(block: Block, first: Block) -> bool:
    alike = block.kind is first.kind and len(block.cells) == len(first.cells)
    return alike and block.kind in _TABLES


def cells(block: Block) -> tuple[Spans, ...]:
    """What stands beside the label."""
    return block.cells if block.kind is BlockKind.ROW else (block.spans,)


def layout(blocks: Sequence[Block], step: float, label_width: float) -> QTextTableFormat:
    """No lines, the labels in a column of their own width, the others as wide as each other."""
    made = QTextTableFormat()
    beside = len(cells(blocks[0]))
    made.setColumns(1 + beside)
    made.setBorder(0)
    made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
    made.setCellPadding(step / 3)
    made.setCellSpacing(0)
    made.setTopMargin(step)
    rest = QTextLength(QTextLength.Type.VariableLength, 0)
    if beside > 1:
        # Less than all of the width in sum: the labels need their part, and none may be narrower.
        rest = QTextLength(QTextLength.Type.PercentageLength, _SHARED / beside)
    label = QTextLength(QTextLength.Type.FixedLength, label_width)
    made.setColumnWidthConstraints([label, *(rest for _ in range(beside))])
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    return made
