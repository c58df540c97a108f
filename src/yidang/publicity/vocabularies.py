"""Where an article comes from, where it appears and how high the outlet ranks (S0-11, S1-08, domain.md 6.13).

The names are those that rules use, so that a condition and a form say the same word.
"""

from yidang.indicators.engine.labels import LABELS
from yidang.vocabulary import terms


ORIGINS = ("original", "compiled", "reprint")
CHANNELS = ("women_site", "wechat", "weibo", "douyin", "newspaper", "website", "outdoor")
PORTAL = "portal"
LEVELS = ("district", "city", "province", "national")
# What an article is written as; each has a template (drafting.py), and the home page shows case stories by it.
ACTIVITY_NEWS, CASE_STORY, POLICY, WORK_NEWS = "activity_news", "case_story", "policy", "work_news"
GENRES = ((ACTIVITY_NEWS, "活动新闻"), (CASE_STORY, "案例"), (POLICY, "政策解读"), (WORK_NEWS, "工作动态"))

# Whether people in the pictures have agreed (PIPL 29, 31; domain.md 4.2).
PHOTO_CONSENTS = (("nobody", "没有可辨认的人"), ("given", "可辨认的人都已书面同意公开"))

genres = terms(GENRES)
photo_consents = terms(PHOTO_CONSENTS)
origins = terms((one, LABELS.value("origin", one)) for one in ORIGINS)
channels = terms((one, LABELS.value("channels", one)) for one in CHANNELS)
levels = terms((one, LABELS.value("levels", one)) for one in LEVELS)
