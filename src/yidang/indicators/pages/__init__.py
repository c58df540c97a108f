"""What people see of the indicators: the scoreboard, one line with its evidence, the form of a line."""
