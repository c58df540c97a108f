"""Pictures in sizes: whatever a telephone or a program sends, readers get something light that tells nothing else."""

from PIL import Image
from PIL import ImageCms
from tests.publicity.pictures import a_picture
from unittest import TestCase
from yidang.publicity.bare_files import BARE
from yidang.publicity.images import BROKEN
from yidang.publicity.images import HEIC
from yidang.publicity.images import WRONG
from yidang.publicity.photo_data import told_by
from yidang.publicity.photo_data import without
from yidang.publicity.renditions import fallback
from yidang.publicity.renditions import is_moving
from yidang.publicity.renditions import offers
from yidang.publicity.renditions import renditions
from yidang.publicity.shown import replaced
from zlib import crc32

import io
import struct


PLANTED = b"planted-13800138000"
KEY = "0123456789abcdef01234567"


class Kept:
    """As much of a stored picture as a text asks for."""

    def __init__(self, width: int, height: int) -> None:
        self.size = (width, height)

    def getImageSize(self) -> tuple[int, int]:
        return self.size


def drawn(data: bytes) -> Image.Image:
    """The picture in a file, read to its end."""
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


def a_file(picture: Image.Image, kind: str, **options) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def halves(size=(400, 200), mode: str = "RGB") -> Image.Image:
    """Left red, right blue."""
    picture = Image.new("RGB", size, (200, 30, 30))
    picture.paste((30, 30, 200), (size[0] // 2, 0, *size))
    return picture.convert(mode)


class SizesTest(TestCase):
    def test_nothing_is_enlarged_and_nothing_is_offered_twice(self):
        for width, wanted in {
            60: [(400, 60)],
            400: [(400, 400)],
            700: [(400, 400), (800, 700)],
            1000: [(400, 400), (800, 800), (1200, 1000)],
            4000: [(400, 400), (800, 800), (1200, 1200)],
        }.items():
            self.assertEqual(wanted, [tuple(one) for one in offers(width)], width)
            self.assertIn(fallback(width), offers(width))

    def test_what_is_offered_is_what_is_made(self):
        for size in ((60, 40), (700, 500), (4000, 3000)):
            made = renditions(a_file(halves(size), "JPEG"))
            self.assertEqual({f"{one.name}.webp" for one in offers(size[0])} | {str(fallback(size[0]).name)}, set(made))
            for one in offers(size[0]):
                self.assertEqual(one.width, drawn(made[f"{one.name}.webp"].data).width)

    def test_twelve_million_pixels_become_a_light_picture(self):
        made = renditions(a_file(halves((4000, 3000)), "JPEG", quality=95))
        self.assertEqual((1200, 900), drawn(made["1200.webp"].data).size)
        self.assertLess(max(len(one.data) for one in made.values()), 60_000)

    def test_a_picture_that_lies_on_its_side_stands_up(self):
        notes = Image.Exif()
        notes[0x0112] = 6
        made = renditions(a_file(halves((1000, 500)), "JPEG", exif=notes))
        picture = drawn(made["400.webp"].data).convert("RGB")
        self.assertEqual((400, 800), picture.size)
        self.assertGreater(picture.getpixel((200, 100))[0], 150)  # red above, blue below
        self.assertGreater(picture.getpixel((200, 700))[2], 150)

    def test_every_way_of_writing_colours_becomes_one_for_screens(self):
        for mode, kind in (("CMYK", "JPEG"), ("L", "JPEG"), ("P", "PNG"), ("P", "GIF"), ("1", "PNG"), ("I;16", "PNG")):
            with self.subTest(mode, kind=kind):
                picture = Image.new("I;16", (50, 40), 40_000) if mode == "I;16" else halves((50, 40), mode)
                made = renditions(a_file(picture, kind))
                self.assertEqual({"image/webp", "image/jpeg"}, {one.content_type for one in made.values()})
                self.assertEqual("RGB", drawn(made["400"].data).mode)

    def test_colours_are_those_of_the_profile(self):
        profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
        for given in (profile, b"no profile at all"):
            red = drawn(renditions(a_file(halves(), "JPEG", icc_profile=given))["400"].data).getpixel((50, 50))
            self.assertLess(max(abs(one - want) for one, want in zip(red, (200, 30, 30), strict=True)), 12)

    def test_what_is_seen_through_stays_so(self):
        glass = Image.new("RGBA", (50, 40), (20, 90, 90, 0))
        made = renditions(a_file(glass, "PNG"))
        self.assertEqual({"image/webp", "image/png"}, {one.content_type for one in made.values()})
        for one in made.values():
            self.assertEqual(0, drawn(one.data).convert("RGBA").getpixel((5, 5))[3])

    def test_of_what_moves_the_first_picture_is_made(self):
        frames = [halves(), Image.new("RGB", (400, 200), "white")]
        data = a_file(frames[0], "GIF", save_all=True, append_images=frames[1:], comment=PLANTED)
        self.assertTrue(is_moving(data))
        self.assertLess(drawn(renditions(data)["400"].data).getpixel((20, 20))[1], 90)
        self.assertTrue(is_moving(without(data)))
        self.assertNotIn(PLANTED, without(data))

    def test_bytes_that_are_no_whole_picture_are_an_error(self):
        whole = a_file(halves((900, 700)), "JPEG")
        for data in (b"", b"GIF89a", whole[: len(whole) // 2], a_picture()[:50]):
            with self.assertRaises((OSError, ValueError, SyntaxError)):
                renditions(data)


class TellNothingTest(TestCase):
    """Only the picture stays in the file, wherever something was planted."""

    def planted(self) -> dict[str, bytes]:
        notes = Image.Exif()
        notes[0x010E] = PLANTED.decode()
        notes.get_ifd(0x8769)[0x927C] = PLANTED  # a maker's own note
        notes.get_ifd(0x8825).update({1: "N", 2: (22.0, 31.0, 0.0), 3: "E", 4: (113.0, 22.0, 0.0)})
        jpeg = a_file(halves(), "JPEG", exif=notes, comment=PLANTED)
        other = b"\xff\xe5" + struct.pack(">H", len(PLANTED) + 2) + PLANTED
        png = a_file(halves(), "PNG", exif=notes)
        chunk = struct.pack(">I", len(PLANTED)) + b"prVt" + PLANTED + struct.pack(">I", crc32(b"prVt" + PLANTED))
        webp = a_file(halves(), "WEBP", exif=notes, xmp=PLANTED)
        return {
            "notes of a camera": jpeg,
            "a segment of a program": jpeg[:2] + other + jpeg[2:],
            "behind the end": jpeg + jpeg + PLANTED,
            "two pictures of a telephone": a_file(halves(), "MPO", save_all=True, append_images=[halves()], exif=notes),
            "progressive": a_file(halves((900, 700)), "JPEG", progressive=True, exif=notes) + PLANTED,
            "png": png,
            "png, a chunk of a program": png[:33] + chunk + png[33:] + PLANTED,
            "webp": webp + PLANTED,
            "gif": a_file(halves(), "GIF", comment=PLANTED) + PLANTED,
        }

    def test_nothing_planted_stays_in_the_file_nor_in_a_size_of_it(self):
        for name, data in self.planted().items():
            with self.subTest(name):
                self.assertIn(PLANTED, data)
                bare = without(data)
                self.assertNotIn(PLANTED, bare)
                self.assertNotIn(b"Exif\0\0", bare)
                self.assertEqual([], told_by(bare))
                self.assertEqual(drawn(data).convert("RGB").tobytes(), drawn(bare).convert("RGB").tobytes())
                self.assertFalse([one for one in renditions(data).values() if PLANTED in one.data])

    def test_taking_out_twice_changes_nothing_more(self):
        for name, data in self.planted().items():
            with self.subTest(name):
                self.assertEqual(without(data), without(without(data)))

    def test_colour_profiles_stay(self):
        profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
        for kind in ("JPEG", "PNG", "WEBP"):
            bare = without(a_file(halves(), kind, icc_profile=profile))
            self.assertEqual(profile, drawn(bare).info["icc_profile"], kind)
        self.assertEqual({"JPEG", "MPO", "PNG", "WEBP", "GIF"}, set(BARE))


class SentencesTest(TestCase):
    def test_each_kind_of_wrong_file_has_its_sentence(self):
        from yidang.publicity import images

        self.addCleanup(setattr, images, "limit_mb", images.limit_mb)
        images.limit_mb = lambda: 5
        whole = a_file(Image.effect_noise((900, 700), 80), "JPEG")
        for data, sentence in (
            (whole, ""),
            (a_file(halves(), "MPO", save_all=True, append_images=[halves()]), ""),
            (whole[: len(whole) // 2], BROKEN),
            (b"\0\0\0\x24ftypheic" + bytes(40), HEIC),
            (b"%PDF-1.7", WRONG),
            (a_file(halves(), "BMP"), WRONG),
        ):
            self.assertEqual(sentence, images.image_problem(data))


class TextTest(TestCase):
    base = "http://here/article/@@picture/"

    def text(self, html: str, made: bool = True, first: bool = True) -> str:
        pictures = {f"{KEY}.jpg": Kept(1600, 1200)}
        return replaced(html, self.base, pictures, {KEY} if made else set(), first)

    def test_a_picture_gets_sizes_width_and_height_and_waits(self):
        told = self.text(f'<p><img src="{self.base}{KEY}.jpg" alt="摊位"></p>', first=False)
        for part in (
            "<picture>",
            f'srcset="{self.base}{KEY}.jpg/400.webp 400w, {self.base}{KEY}.jpg/800.webp 800w, ',
            f'src="{self.base}{KEY}.jpg/800"',
            'alt="摊位"',
            'width="1200" height="900"',
            'loading="lazy"',
        ):
            self.assertIn(part, told)

    def test_the_first_picture_of_a_text_without_a_cover_is_fetched_at_once(self):
        one = f'<img src="{self.base}{KEY}.jpg" alt="">'
        first, second = self.text(one + one).split("</picture>")[:2]
        self.assertIn('fetchpriority="high"', first)
        self.assertNotIn("lazy", first)
        self.assertIn("lazy", second)

    def test_the_width_that_the_writer_chose_holds(self):
        told = self.text(f'<img src="{self.base}{KEY}.jpg" alt="" width="300" height="9999">')
        self.assertIn('width="300" height="225"', told)
        self.assertIn('sizes="(max-width: 300px) 100vw, 300px"', told)

    def test_a_picture_without_sizes_still_has_its_measure(self):
        told = self.text(f'<img src="{self.base}{KEY}.jpg" alt="">', made=False)
        self.assertNotIn("<picture>", told)
        self.assertIn(f'src="{self.base}{KEY}.jpg" alt="" width="1200" height="900"', told)

    def test_other_pictures_and_words_stay_as_they_are(self):
        told = self.text('<p>a &lt;img&gt; b</p><img src="https://elsewhere/x.png?a=1&amp;b=2" alt="&quot;引号&quot;">')
        self.assertIn("<p>a &lt;img&gt; b</p>", told)
        self.assertIn('src="https://elsewhere/x.png?a=1&amp;b=2" alt="&quot;引号&quot;"', told)
