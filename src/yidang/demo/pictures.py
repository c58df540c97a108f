"""Cover pictures: a dozen small drawings of our own, each with words for those who cannot see it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from PIL import Image
from PIL import ImageDraw
from PIL import ImageFilter


SIZE = (1200, 675)
Colour = tuple[int, int, int]
Pen = ImageDraw.ImageDraw


@dataclass(frozen=True)
class Picture:
    """A drawing as JPEG, with its text alternative."""

    name: str
    alt: str
    data: bytes


def gradient(top: Colour, bottom: Colour) -> Image.Image:
    """A calm background from one colour down to another."""
    column = Image.new("RGB", (1, 256))
    for y in range(256):
        column.putpixel((0, y), tuple(round(a + (b - a) * y / 255) for a, b in zip(top, bottom, strict=True)))
    return column.resize(SIZE, Image.Resampling.BICUBIC)


def hills(pen: Pen) -> None:
    """Two hills under a low sun."""
    pen.ellipse((820, 120, 980, 280), fill=(255, 236, 200))
    pen.ellipse((-200, 380, 800, 1100), fill=(96, 140, 122))
    pen.ellipse((420, 430, 1500, 1200), fill=(70, 114, 104))


def house(pen: Pen) -> None:
    """A house with lit windows."""
    pen.polygon([(380, 330), (600, 170), (820, 330)], fill=(168, 74, 66))
    pen.rectangle((420, 330, 780, 570), fill=(250, 240, 226))
    for x in (470, 660):
        pen.rectangle((x, 380, x + 70, 450), fill=(255, 208, 120))
    pen.rectangle((570, 450, 630, 570), fill=(120, 84, 70))


def books(pen: Pen) -> None:
    """A pile of books."""
    for index, colour in enumerate(((196, 90, 80), (232, 176, 92), (84, 134, 150), (110, 94, 140))):
        y = 520 - index * 72
        pen.rounded_rectangle((340 + index * 24, y, 860 - index * 18, y + 60), 10, fill=colour)
        pen.rectangle((380 + index * 24, y + 44, 850 - index * 18, y + 52), fill=(250, 244, 232))


def leaves(pen: Pen) -> None:
    """A branch of leaves."""
    pen.line((260, 600, 940, 130), fill=(94, 116, 84), width=10)
    for index in range(6):
        x, y = 330 + index * 105, 520 - index * 72
        pen.ellipse((x - 110, y - 54, x + 10, y + 2), fill=(128, 160, 104))
        pen.ellipse((x + 10, y - 6, x + 130, y + 52), fill=(104, 142, 92))


def cup(pen: Pen) -> None:
    """A cup of tea."""
    pen.ellipse((370, 540, 830, 610), fill=(214, 196, 176))
    pen.arc((720, 330, 880, 500), 260, 100, fill=(240, 236, 228), width=26)
    pen.rounded_rectangle((420, 290, 760, 560), 60, fill=(250, 247, 240))
    for x in (500, 590, 680):
        pen.arc((x - 30, 130, x + 30, 260), 90, 270, fill=(255, 255, 255), width=8)


def lanterns(pen: Pen) -> None:
    """Three lanterns on a string."""
    pen.arc((-100, -420, 1300, 180), 20, 160, fill=(120, 70, 60), width=6)
    for x, y in ((300, 240), (600, 280), (900, 240)):
        pen.line((x, y - 110, x, y), fill=(120, 70, 60), width=5)
        pen.ellipse((x - 90, y, x + 90, y + 150), fill=(206, 74, 62))
        pen.rectangle((x - 30, y + 146, x + 30, y + 164), fill=(236, 190, 96))


def waves(pen: Pen) -> None:
    """Waves and a small boat."""
    pen.polygon([(560, 330), (560, 150), (680, 330)], fill=(250, 248, 242))
    pen.polygon([(470, 345), (740, 345), (690, 410), (520, 410)], fill=(150, 92, 72))
    for row, colour in enumerate(((120, 168, 186), (94, 144, 168), (72, 120, 150))):
        for x in range(-100, 1300, 160):
            pen.ellipse((x + row * 50, 400 + row * 80, x + 200 + row * 50, 640 + row * 80), fill=colour)


def windows(pen: Pen) -> None:
    """Houses of a street with lights at night."""
    for index, height in enumerate((300, 380, 260, 420, 330, 290)):
        x = 60 + index * 185
        pen.rectangle((x, 675 - height, x + 160, 675), fill=(58, 66, 98))
        for row in range(height // 90):
            for side in (30, 95):
                lit = (255, 214, 130) if (index + row + side) % 3 else (90, 98, 130)
                pen.rectangle((x + side, 700 - height + row * 85, x + side + 36, 740 - height + row * 85), fill=lit)


def kite(pen: Pen) -> None:
    """A kite."""
    pen.polygon([(700, 110), (820, 240), (700, 410), (580, 240)], fill=(222, 104, 84))
    pen.polygon([(700, 110), (820, 240), (700, 240)], fill=(240, 184, 92))
    pen.line((700, 410, 420, 640), fill=(110, 110, 120), width=4)
    for index in range(3):
        x, y = 660 - index * 55, 445 + index * 45
        pen.polygon([(x, y), (x - 34, y - 14), (x - 28, y + 20)], fill=(94, 140, 166))


def umbrella(pen: Pen) -> None:
    """An umbrella in the rain."""
    for index in range(26):
        x, y = 40 + index * 47, 60 + (index * 131) % 520
        pen.line((x, y, x - 12, y + 40), fill=(226, 236, 244), width=4)
    pen.pieslice((340, 160, 860, 680), 180, 360, fill=(192, 78, 104))
    pen.line((600, 420, 600, 600), fill=(90, 70, 70), width=12)
    pen.arc((540, 560, 612, 640), 0, 180, fill=(90, 70, 70), width=12)


def people(pen: Pen) -> None:
    """Four people side by side."""
    colours = ((206, 112, 88), (92, 138, 150), (226, 172, 94), (122, 104, 150))
    for index, colour in enumerate(colours):
        x = 260 + index * 190
        pen.ellipse((x, 200, x + 110, 310), fill=(248, 222, 196))
        pen.rounded_rectangle((x - 30, 320, x + 140, 700), 80, fill=colour)


def flowers(pen: Pen) -> None:
    """Kapok flowers."""
    for x, y in ((360, 300), (620, 220), (860, 340), (520, 460), (760, 500)):
        for dx, dy in ((0, -62), (58, -18), (36, 52), (-36, 52), (-58, -18)):
            pen.ellipse((x + dx - 44, y + dy - 44, x + dx + 44, y + dy + 44), fill=(216, 84, 70))
        pen.ellipse((x - 26, y - 26, x + 26, y + 26), fill=(250, 204, 104))


Drawing = tuple[Callable[[Pen], None], str, Colour, Colour]
DRAWINGS: tuple[Drawing, ...] = (
    (hills, "插画：晨光里的两座小山", (252, 220, 190), (214, 226, 214)),
    (house, "插画：亮着灯的小屋", (196, 214, 226), (236, 226, 210)),
    (books, "插画：一摞书", (240, 230, 212), (222, 206, 186)),
    (leaves, "插画：一枝绿叶", (234, 240, 222), (206, 222, 198)),
    (cup, "插画：一杯热茶", (222, 190, 160), (196, 160, 136)),
    (lanterns, "插画：三盏灯笼", (252, 232, 206), (244, 206, 176)),
    (waves, "插画：海浪与小船", (206, 228, 236), (150, 190, 206)),
    (windows, "插画：夜里亮着灯的街", (74, 84, 128), (140, 132, 160)),
    (kite, "插画：天上的风筝", (186, 216, 236), (228, 238, 240)),
    (umbrella, "插画：雨中的一把伞", (150, 172, 192), (196, 206, 214)),
    (people, "插画：并肩站着的四个人", (244, 236, 224), (232, 214, 196)),
    (flowers, "插画：盛开的木棉花", (250, 234, 218), (232, 214, 206)),
)


@cache
def pictures() -> tuple[Picture, ...]:
    """The dozen, drawn once."""
    return tuple(_draw(*drawing) for drawing in DRAWINGS)


def _draw(draw: Callable[[Pen], None], alt: str, top: Colour, bottom: Colour) -> Picture:
    image = gradient(top, bottom)
    draw(ImageDraw.Draw(image))
    stream = BytesIO()
    image.filter(ImageFilter.SMOOTH_MORE).save(stream, "JPEG", quality=84, optimize=True)
    return Picture(draw.__name__, alt, stream.getvalue())
