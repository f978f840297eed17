"""Asks an Eyrie service for benchmark scores of language models, measured and predicted."""

from .client import Eyrie
from .errors import EyrieError, Fault
from .searches import Searches
from .table import Table
from .work import CannotEvaluate, Item, Order, Worker

__all__ = ["CannotEvaluate", "Eyrie", "EyrieError", "Fault", "Item", "Order", "Searches", "Table", "Worker"]
__version__ = "0.2.0"
