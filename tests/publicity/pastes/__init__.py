"""What the clipboard holds after copying from Word, WPS and WeChat; invented words in the markup of these programs."""

from pathlib import Path


HERE = Path(__file__).parent
WORD = (HERE / "word.html").read_text("utf-8")
WPS = (HERE / "wps.html").read_text("utf-8")
WECHAT = (HERE / "wechat.html").read_text("utf-8")
