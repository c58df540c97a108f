"""What a browser hands over when somebody pastes."""

# Given [html, rtf]: as the clipboard of Word has both.
PASTE = """([html, rtf]) => {
  const transfer = new DataTransfer();
  transfer.setData("text/html", html);
  transfer.setData("text/plain", "…");
  if (rtf) transfer.setData("text/rtf", rtf);
  const target = tinymce.activeEditor.getBody();
  target.dispatchEvent(new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true }));
}"""


def rtf_of(*pictures: bytes) -> str:
    """What Word puts beside the html: pictures as hexadecimal digits, a drawing of them for old programs after each."""
    groups = "".join(
        r"{\*\shppict{\pict{\*\picprop{\sp{\sn shapeType}{\sv 75}}}\picw10\pich10\pngblip\bliptag12{\*\blipuid 00ff}"
        f"\n{one.hex()}}}}}{{\\nonshppict{{\\pict\\wmetafile8\n0100090000}}}}"
        for one in pictures
    )
    return r"{\rtf1\ansi " + groups + "}"
