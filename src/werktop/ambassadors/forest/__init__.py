"""The picture of the network: who brought in whom grows as a forest, and is laid out here without a framework or a clock."""

from .drawing import Dot, Label, Line, Picture, draw
from .growing import Firm, Forest, grow
from .showing import Branch, shown_of

__all__ = ["Branch", "Dot", "Firm", "Forest", "Label", "Line", "Picture", "draw", "grow", "shown_of"]
