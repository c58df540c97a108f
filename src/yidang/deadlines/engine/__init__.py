"""Deadlines as pure functions: rules, facts and a calendar in, obligations with a day and a state out."""
