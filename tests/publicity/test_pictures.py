"""Pictures in the text: held for the writer, taken over by the article, shown to whoever may read it."""

from base64 import b64encode
from tests.publicity.pictures import a_photo
from tests.publicity.pictures import a_picture
from tests.publicity.web import an_image
from tests.publicity.web import NewsroomTest
from tests.visitors import token_of

import re
import requests


class PictureTest(NewsroomTest):
    def upload(self, name: str, data: bytes, file_name: str = "贴图.png"):
        visitor = self.as_user(name)
        page = self.author.page(self.place + "/++add++Article").text
        token = re.search(r"upload-picture\?_authenticator=(\w+)", page)[1] if name == "author" else token_of(page)
        address = f"{self.portal.absolute_url()}{self.place}/@@upload-picture?_authenticator={token}"
        return visitor.session.post(address, files={"file": (file_name, data, "image/png")}, allow_redirects=False)

    def text(self, src: str) -> dict:
        return {"data": f'<p>图：</p><p><img src="{src}" alt="摊位"></p>', "content-type": "text/html"}

    def picture_of(self, article: str) -> str:
        """The whole picture, whose address is that of its sizes without the size."""
        page = self.author.page(article).text
        return re.search(r'src="([^"]*@@picture/[^"/]*)(?:/[0-9]+)?"', page)[1]

    def test_an_uploaded_picture_is_seen_by_writers_only(self):
        address = self.upload("author", a_picture()).json()["location"]
        self.assertEqual(a_picture(), self.author.session.get(address).content)
        self.assertIn(self.anonymous(address).status_code, (302, 401, 403))

    def test_the_article_takes_it_over_and_shows_it_when_published(self):
        address = self.upload("author", a_picture()).json()["location"]
        fields = {"title": "有图", "text": self.text(address), "photo_consent": "nobody"}
        article = self.author.add(self.place, "Article", **fields).json()["@id"]
        article = article.replace("/++api++", "")
        picture = self.picture_of(article)
        self.assertTrue(picture.startswith(article), picture)
        self.assertIn(self.anonymous(picture).status_code, (302, 401, 403))
        self.publish(article)
        answer = self.anonymous(picture)
        self.assertEqual(
            (200, "image/png", a_picture()), (answer.status_code, answer.headers["Content-Type"], answer.content)
        )
        self.assertEqual("nosniff", answer.headers["X-Content-Type-Options"])
        self.step("author", article, "withdraw", "换图")
        self.assertIn(self.anonymous(picture).status_code, (302, 401, 403))

    def test_a_pasted_data_address_becomes_a_picture_of_the_article(self):
        data = "data:image/png;base64," + b64encode(a_picture()).decode()
        article = self.author.add(self.place, "Article", title="贴图", text=self.text(data)).json()
        self.assertNotIn("base64", article["text"]["data"])
        url = article["@id"].replace("/++api++", "")
        self.assertEqual(a_picture(), self.author.session.get(self.picture_of(url)).content)

    def test_the_address_that_rest_gives_works(self):
        data = "data:image/png;base64," + b64encode(a_picture()).decode()
        article = self.author.add(self.place, "Article", title="贴图", text=self.text(data)).json()
        src = re.search(r'src="([^"]+)"', article["text"]["data"])[1]
        page = article["@id"].replace("/++api++", "")
        address = src if src.startswith("http") else f"{page}/{src.lstrip('./')}"
        self.assertEqual(a_picture(), self.author.session.get(address).content)

    def test_editing_keeps_the_picture(self):
        address = self.upload("author", a_picture()).json()["location"]
        article = self.author.add(self.place, "Article", title="有图", text=self.text(address)).json()["@id"]
        article = article.replace("/++api++", "")
        self.author.rest("PATCH", article, text=self.text(self.picture_of(article)))
        self.assertEqual(a_picture(), self.author.session.get(self.picture_of(article)).content)

    def test_a_disguised_data_address_is_refused_at_the_text(self):
        data = "data:image/png;base64," + b64encode(b"<svg onload=alert(1)>").decode()
        answer = self.author.add(self.place, "Article", title="贴图", text=self.text(data))
        self.assert_refused(answer, text="图片只收 JPG、PNG、GIF、WebP，这个文件不是，或已损坏。")

    def test_what_is_no_picture_is_refused_in_chinese(self):
        for data in (b"", b"<svg onload='alert(1)'></svg>", b"%PDF-1.4", a_picture()[:40]):
            answer = self.upload("author", data)
            self.assertEqual(400, answer.status_code, data[:20])
            self.assertIn("图片", answer.json()["message"])

    def test_a_reviewer_and_a_request_without_token_are_refused(self):
        self.assertIn(self.upload("first", a_picture()).status_code, (302, 401, 403))
        address = f"{self.portal.absolute_url()}{self.place}/@@upload-picture"
        answer = self.author.session.post(address, files={"file": ("a.png", a_picture(), "image/png")})
        self.assertEqual(400, answer.status_code)

    def test_readers_get_light_sizes_that_go_when_the_article_goes(self):
        photo = a_photo("13800138000", (2000, 1500))
        data = "data:image/jpeg;base64," + b64encode(photo).decode()
        cover = an_image(photo, "b.jpg")
        fields = {"text": self.text(data), "image": cover, "image_alt": "摊位", "photo_consent": "nobody"}
        article = self.an_article("有图有题图", **fields)
        self.publish(article)
        page = self.anonymous(article).text
        found = re.findall(r'srcset="([^"]+)"', page)
        self.assertEqual(2, len(found))
        self.assertEqual(2, page.count("<picture>"))
        addresses = [one.split()[0] for srcset in found for one in srcset.split(", ")] + re.findall(
            r'src="([^"]*@@picture/[^"]*)"', page
        )
        self.assertEqual(8, len(set(addresses)))
        for address in addresses:
            answer = self.anonymous(address)
            kind = "image/webp" if address.endswith(".webp") else "image/jpeg"
            self.assertEqual((200, kind), (answer.status_code, answer.headers["Content-Type"]), address)
            self.assertNotIn(b"Exif", answer.content)
            self.assertLess(len(answer.content), 30_000)
            again = requests.get(address, headers={"If-None-Match": answer.headers["ETag"]}, timeout=30)
            self.assertEqual((304, b""), (again.status_code, again.content))
        teaser = self.anonymous("/newsroom").text
        self.assertIn(f'srcset="{article}/@@picture/cover/400.webp 400w', teaser)
        self.step("author", article, "withdraw", "换图")
        for address in addresses:
            self.assertIn(self.anonymous(address).status_code, (302, 401, 403), address)

    def test_a_new_cover_has_new_sizes_under_the_same_address(self):
        fields = {"image_alt": "摊位", "photo_consent": "nobody"}
        article = self.an_article("换题图", image=an_image(a_picture(color=(200, 0, 0))), **fields)
        address = f"{article}/@@picture/cover/400.webp"
        first = self.author.session.get(address)
        self.author.rest("PATCH", article, image=an_image(a_picture(color=(0, 0, 200)), "c.png"))
        second = self.author.session.get(address, headers={"If-None-Match": first.headers["ETag"]})
        self.assertEqual(200, second.status_code)
        self.assertNotEqual(first.content, second.content)

    def test_a_size_that_was_not_made_is_the_picture_itself(self):
        article = self.an_article("小图", image=an_image(), image_alt="摊位", photo_consent="nobody")
        answer = self.author.session.get(f"{article}/@@picture/cover/1200.webp")
        self.assertEqual((200, "image/png"), (answer.status_code, answer.headers["Content-Type"]))
        for bad in ("cover/huge", "cover/800.exe", "cover/800/800", "cover/99999"):
            self.assertEqual(404, self.author.session.get(f"{article}/@@picture/{bad}").status_code, bad)

    def test_a_picture_copied_out_of_another_article_comes_along(self):
        address = self.upload("author", a_picture()).json()["location"]
        first = self.author.add(self.place, "Article", title="有图", text=self.text(address)).json()["@id"]
        src = self.picture_of(first.replace("/++api++", ""))
        copy = self.author.add(self.place, "Article", title="也有图", text=self.text(src)).json()["@id"]
        picture = self.picture_of(copy.replace("/++api++", ""))
        self.assertNotEqual(src, picture)
        self.assertEqual(a_picture(), self.author.session.get(picture).content)

    def test_a_picture_that_is_not_to_be_found_leaves_a_prompt(self):
        src = f"{self.portal.absolute_url()}/x/@@picture/{'0' * 24}.png"
        data = self.author.add(self.place, "Article", title="无图", text=self.text(src)).json()["text"]["data"]
        self.assertIn("【请插入图片：", data)
        self.assertNotIn("<img", data)

    def test_unknown_keys_are_not_found(self):
        article = self.an_article()
        for key in ("", "0" * 24 + ".png", "../../x", "a/b", "cover", "cover/800"):
            self.assertEqual(404, self.author.session.get(f"{article}/@@picture/{key}").status_code, key)
