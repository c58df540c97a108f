"""Two versions side by side: paired by likeness, compared word by word, said in words."""

from unittest import TestCase
from yidang.publicity.reviewing.diff import compared
from yidang.publicity.reviewing.diff import words_compared
from yidang.publicity.reviewing.passages import Passage
from yidang.publicity.reviewing.passages import text_passages


OLD = (
    "<p>早上七点，<b>社工</b>把三张折叠桌摆在市场门口。</p><ul><li>发放传单 300 份</li><li>现场咨询</li></ul>"
    '<figure><img src="a.png" alt="合影"><figcaption>社工与居民合影</figcaption></figure><p>活动在中午结束。</p>'
)


def kinds(old: str, new: str) -> list[tuple[str, str]]:
    """What happened to each paragraph: the word, the words of now (or then)."""
    rows = compared(text_passages(old), text_passages(new))
    return [(row.word, (row.new or row.old).text) for row in rows]


def marked(old: str, new: str) -> tuple[str, str]:
    """Both sides with [removed] and (added)."""
    olds, news = words_compared(old, new)
    left = "".join(f"[{run.text}]" if run.kind == "removed" else run.text for run in olds)
    right = "".join(f"({run.text})" if run.kind == "added" else run.text for run in news)
    return left, right


class WordsTest(TestCase):
    def test_a_changed_number_is_one_word(self):
        self.assertEqual(("发放 [300] 份", "发放 (1,250) 份"), marked("发放 300 份", "发放 1,250 份"))

    def test_one_character_among_others_is_found(self):
        self.assertEqual(
            ("社工把[三]张桌子摆好", "社工把(两)张桌子摆好"), marked("社工把三张桌子摆好", "社工把两张桌子摆好")
        )

    def test_a_single_character_between_two_changes_belongs_to_the_change(self):
        self.assertEqual(("早[上七点]到", "早(下八点半)到"), marked("早上七点到", "早下八点半到"))

    def test_both_sides_give_back_their_text_whatever_they_are(self):
        for old, new in (("", "新"), ("旧", ""), ("一样", "一样"), ("👩‍👩‍👧 家", "家 👩‍👩‍👧"), ("<b>&amp;", "<i>&lt;")):
            olds, news = words_compared(old, new)
            self.assertEqual((old, new), ("".join(run.text for run in olds), "".join(run.text for run in news)))

    def test_a_monstrous_paragraph_is_shown_as_replaced(self):
        olds, news = words_compared("字" * 7000, "词" * 7000)
        self.assertEqual((1, 1), (len(olds), len(news)))


class ParagraphsTest(TestCase):
    def test_nothing_changed(self):
        self.assertEqual({"未改"}, {word for word, _ in kinds(OLD, OLD)})

    def test_a_new_paragraph_and_a_changed_one_are_told_apart(self):
        new = OLD.replace("三张", "两张").replace("<ul>", "<p>市民政局也派人到场。</p><ul>")
        self.assertEqual(
            [
                ("有改动", "早上七点，社工把两张折叠桌摆在市场门口。"),
                ("新增", "市民政局也派人到场。"),
                ("未改", "发放传单 300 份"),
                ("未改", "现场咨询"),
                ("未改", "合影"),
                ("未改", "社工与居民合影"),
                ("未改", "活动在中午结束。"),
            ],
            kinds(OLD, new),
        )

    def test_a_removed_paragraph_stays_where_it_was(self):
        new = OLD.replace("<li>现场咨询</li>", "")
        self.assertEqual(("删去", "现场咨询"), kinds(OLD, new)[2])

    def test_a_paragraph_that_moved_is_no_new_one(self):
        end = "<p>活动在中午结束。</p>"
        found = {text: word for word, text in kinds(OLD, end + OLD.replace(end, ""))}
        self.assertEqual("移动", found["活动在中午结束。"])

    def test_captions_and_pictures_are_compared(self):
        new = OLD.replace("与居民合影", "与居民在市场合影").replace("a.png", "b.png")
        rows = compared(text_passages(OLD), text_passages(new))
        changed = [row for row in rows if row.word == "有改动"]
        self.assertEqual(["合影", "社工与居民在市场合影"], [row.new.text for row in changed])
        self.assertEqual(("a.png", "b.png"), (changed[0].old.picture, changed[0].new.picture))

    def test_fields_are_paired_by_their_name(self):
        old = [Passage("title", "标题", "社工走进菜市场")]
        new = [Passage("title", "标题", "完全不同的一句话"), Passage("description", "摘要", "新的摘要")]
        self.assertEqual(["有改动", "新增"], [row.word for row in compared(old, new)])

    def test_an_article_written_anew_is_compared_in_reasonable_work(self):
        old = "".join(f"<p>{chr(0x4E00 + number) * 40}</p>" for number in range(300))
        new = "".join(f"<p>{chr(0x5E00 + number) * 40}</p>" for number in range(300))
        rows = compared(text_passages(old), text_passages(new))
        self.assertEqual(({"新增", "删去"}, 600), ({row.word for row in rows}, len(rows)))
