"""Pages of contracts: the list, one contract, its team, its steps."""
