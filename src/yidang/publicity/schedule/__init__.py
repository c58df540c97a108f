"""When an article appears and when it goes: chosen by people, fired by the tick (docs/newsroom.md § 定时发布)."""
