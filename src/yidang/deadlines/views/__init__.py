"""Pages of deadlines: list and wall calendar of a contract, the administrator's table of holidays, the feed."""
