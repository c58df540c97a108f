"""Contracts in the catalog."""

from plone.indexer import indexer
from yidang.contracts.content import IContract


@indexer(IContract)
def contract_number(contract) -> str:
    """The number as it is compared: without outer blanks and without regard to case."""
    return contract.number.strip().casefold()
