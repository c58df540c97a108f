"""The one-time review link (领导审签链接): a step of review by somebody without an account (docs/newsroom.md)."""
