"""Asks an Eyrie service for benchmark scores of language models, measured and predicted."""

from .client import Eyrie
from .errors import EyrieError, Fault
from .table import Table

__all__ = ["Eyrie", "EyrieError", "Fault", "Table"]
__version__ = "0.2.0"
