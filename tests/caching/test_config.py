"""Files for nginx and Varnish: written for one host, refused when a word in them could be read as something else."""

from tests.command.portal import Place
from unittest import TestCase
from yidang.caching.config import files_of
from yidang.caching.config import Front
from yidang.errors import Refused


PORTALS = ("127.0.0.1:8081", "10.0.0.2:8081")


class ConfigTest(TestCase):
    def test_every_process_stands_behind_the_cache_and_may_order_it(self):
        files = files_of(Front("www.example.org", PORTALS, cache="127.0.0.1:6081", certificate="/c.pem", key="/k.pem"))
        vcl, nginx = files["varnish.vcl"], files["nginx.conf"]
        self.assertIn('.host = "10.0.0.2";\n    .port = "8081";', vcl)
        self.assertEqual(2, vcl.count("portal.add_backend("))
        self.assertIn('    "10.0.0.2";\n', vcl)
        self.assertIn("/VirtualHostBase/https/www.example.org:443/portal/VirtualHostRoot", vcl)
        self.assertIn("server 127.0.0.1:6081;", nginx)
        self.assertIn("listen 443 ssl;", nginx)
        self.assertNotIn("VirtualHostBase", nginx)

    def test_without_a_cache_nginx_speaks_to_the_portal(self):
        files = files_of(Front("www.example.org", PORTALS))
        self.assertEqual(["nginx.conf"], list(files))
        self.assertIn(
            "/VirtualHostBase/http/www.example.org:80/portal/VirtualHostRoot$request_uri;", files["nginx.conf"]
        )
        self.assertIn("listen 80;", files["nginx.conf"])

    def test_who_stands_next_to_the_portal_asks_for_plain_text_and_packs_it(self):
        plain = 'proxy_set_header Accept-Encoding "";'
        self.assertIn(plain, files_of(Front("www.example.org", PORTALS))["nginx.conf"])
        files = files_of(Front("www.example.org", PORTALS, cache="127.0.0.1:6081"))
        self.assertNotIn(plain, files["nginx.conf"])
        self.assertIn("unset bereq.http.Accept-Encoding;", files["varnish.vcl"])

    def test_no_template_word_is_left(self):
        for text in files_of(Front("www.example.org", PORTALS, cache="127.0.0.1:6081")).values():
            self.assertNotRegex(text, r"@[a-z]+@")

    def test_what_is_no_name_no_address_no_file_is_refused(self):
        good = {"host": "www.example.org", "portals": PORTALS, "cache": "127.0.0.1:6081"}
        for field, wrong in (
            ("host", {"host": "www.example.org; return 200"}),
            ("host", {"host": ""}),
            ("portals", {"portals": ()}),
            ("portals", {"portals": ("8080",)}),
            ("portals", {"portals": ("127.0.0.1:99999",)}),
            ("portals", {"cache": '127.0.0.1:6081"; }'}),
            ("cache", {"cache": PORTALS[0]}),
            ("certificate", {"certificate": "/c.pem"}),
            ("certificate", {"certificate": "/c.pem; #", "key": "/k.pem"}),
            ("port", {"port": 70000}),
            ("listen", {"listen": "80; root /"}),
        ):
            with self.subTest(wrong=wrong), self.assertRaises(Refused) as refused:
                Front(**{**good, **wrong})
            self.assertIn(field, [one.field for one in refused.exception.errors])


class CommandTest(TestCase):
    def setUp(self):
        self.place = Place()
        self.addCleanup(self.place.remove)

    def test_it_writes_the_files_and_says_what_to_do(self):
        done = self.place.run("proxy-config", "--host", "WWW.Example.org", "--dry-run", "--portal", PORTALS[0])
        self.assertEqual(0, done.returncode, done.stderr)
        written = self.place.var / "proxy"
        self.assertEqual({"nginx.conf", "varnish.vcl"}, {one.name for one in written.iterdir()})
        self.assertIn("server_name www.example.org;", (written / "nginx.conf").read_text())
        self.assertIn("varnishd -a 127.0.0.1:6081", done.stdout)

    def test_a_wrong_name_writes_nothing(self):
        done = self.place.run("proxy-config", "--host", "http://www.example.org", "--dry-run")
        self.assertEqual(1, done.returncode)
        self.assertIn("不是域名", done.stderr)
        self.assertFalse(self.place.var.exists())
