"""Who may do what, as `docs/roles.md` says it; written without a look at the workflow definitions.

workflow -> state -> verb -> people, named as in `cast.py`. A verb that is not named, nobody may; a person who is not
named, may not. `author` (a supervisor) filed the records, `writer` (a project lead) wrote the articles; the records lie
with the station of `bound`, not with that of `elsewhere`. `worker2`, `lead2`, … work for another provider.
"""

ADMINS = "siteadmin boss"
LEADS = "lead writer"
SUPERVISORS = "supervisor author"
REVIEWERS = "reviewer1 reviewer2 reviewer3"
TEAM = f"worker bound elsewhere publicist {LEADS} {SUPERVISORS} purchaser evaluator {REVIEWERS}"
SIGNED_IN = f"{TEAM} worker2 lead2 publicist2 purchaser2 {ADMINS} stranger"
ANYBODY = f"{SIGNED_IN} anonymous"

KEEPERS = f"author worker bound {LEADS}"
READERS = f"{KEEPERS} supervisor purchaser evaluator {ADMINS}"

RECORD = {
    "draft": {
        "view": f"{KEEPERS} {ADMINS}",
        "edit": f"{KEEPERS} boss",
        "delete": f"{KEEPERS} boss",
        "add": f"{KEEPERS} boss",
        "submit": f"{KEEPERS} boss",
    },
    "submitted": {"view": READERS, "verify": "purchaser", "return": "purchaser"},
    "returned": {"view": READERS, "edit": KEEPERS, "add": KEEPERS, "submit": KEEPERS},
    "verified": {"view": READERS, "unverify": "purchaser"},
    "sealed": {"view": READERS},
}


def with_all_stations(states: dict) -> dict:
    """A paper filed by itself belongs to all stations, so `elsewhere` may do what `bound` may."""
    return {
        state: {verb: people.replace("bound", "bound elsewhere") for verb, people in verbs.items()}
        for state, verbs in states.items()
    }


PAPER = with_all_stations(RECORD)

# A session or a paper inside a case or group goes with it; one that is wrong may be taken out of a returned record,
# which itself has an archive number and stays.
PART = {
    "draft": {"view": f"{KEEPERS} {ADMINS}", "edit": f"{KEEPERS} boss", "delete": f"{KEEPERS} boss"},
    "submitted": {"view": READERS},
    "returned": {"view": READERS, "edit": KEEPERS, "delete": KEEPERS},
    "verified": {"view": READERS},
    "sealed": {"view": READERS},
}

NEWSROOM = f"publicist {LEADS} {REVIEWERS} purchaser {ADMINS}"
PLACERS = f"publicist {LEADS}"
ARTICLE = {
    "draft": {
        "view": f"publicist {LEADS} {ADMINS}",
        "edit": "writer publicist boss",
        "delete": "writer publicist boss",
        "submit": "writer publicist boss",
        "place": PLACERS,
        "schedule": "writer publicist boss",
    },
    "review1": {
        "view": NEWSROOM,
        "approve": "reviewer1",
        "return": "reviewer1",
        "place": PLACERS,
        "invite guest": f"reviewer1 {LEADS}",
    },
    "review2": {
        "view": NEWSROOM,
        "approve": "reviewer2",
        "return": "reviewer2",
        "place": PLACERS,
        "invite guest": f"reviewer2 {LEADS}",
    },
    "review3": {
        "view": NEWSROOM,
        "approve": "reviewer3",
        "return": "reviewer3",
        "place": PLACERS,
        "schedule": "reviewer3",
        "invite guest": f"reviewer3 {LEADS}",
    },
    "scheduled": {
        "view": NEWSROOM,
        "release": "reviewer3",
        "unschedule": "reviewer3",
        "schedule": "reviewer3",
        "withdraw": f"publicist {LEADS} reviewer3 purchaser",
        "place": PLACERS,
    },
    "published": {
        "view": ANYBODY,
        "withdraw": f"publicist {LEADS} reviewer3 purchaser",
        "place": PLACERS,
        "schedule": "reviewer3",
    },
    "withdrawn": {
        "view": NEWSROOM,
        "edit": "writer publicist",
        "submit": "writer publicist",
        "schedule": "writer publicist",
    },
}
# Who writes and who reviews speaks about the text, in every state in which they see it; the purchaser reads along.
ARTICLE["draft"] |= {"remark": f"publicist {LEADS}", "read remarks": f"publicist {LEADS} {ADMINS}"}
for _state in ("review1", "review2", "review3", "scheduled", "published", "withdrawn"):
    ARTICLE[_state] |= {"remark": f"publicist {LEADS} {REVIEWERS}", "read remarks": NEWSROOM}

RUNNING = {
    "view": f"{TEAM} {ADMINS}",
    "edit": ADMINS,
    "board": f"{TEAM} {ADMINS}",
    "manage team": f"{LEADS} {ADMINS}",
    "file record": f"worker bound elsewhere {LEADS} {SUPERVISORS}",
    "file review": "purchaser",
}
OVER = {"view": f"{TEAM} {ADMINS}", "board": f"{TEAM} {ADMINS}"}
CONTRACT = {
    "draft": {
        "view": f"{LEADS} purchaser {ADMINS}",
        "edit": ADMINS,
        "delete": ADMINS,
        "board": f"{LEADS} purchaser {ADMINS}",
        "manage team": f"{LEADS} {ADMINS}",
        "activate": ADMINS,
    },
    "active": {
        **RUNNING,
        "write article": f"publicist {LEADS}",
        "close": f"{LEADS} purchaser",
        "terminate": "purchaser",
    },
    "closing": {**RUNNING, "accept": "purchaser", "terminate": "purchaser"},
    "accepted": OVER,
    "terminated": OVER,
}

for _verbs in CONTRACT.values():
    _verbs["open progress"] = f"purchaser {ADMINS}"

# The archive, its sections and the table of indicators are seen by whoever sees the contract.
FIXED = {state: {"view": verbs["view"], "edit": verbs.get("edit", "")} for state, verbs in CONTRACT.items()}
INDICATOR = {**FIXED, "draft": {**FIXED["draft"], "delete": ADMINS}}

REVIEWED = f"worker {LEADS} {SUPERVISORS} purchaser evaluator {ADMINS}"
REVIEW = {"filed": {"view": REVIEWED, "edit": "purchaser"}, "sealed": {"view": REVIEWED}}

# The lead edits the answer to a demand (test_rest: nothing else of it).
RECTIFICATION = {**REVIEW, "filed": {"view": REVIEWED, "edit": f"{LEADS} purchaser"}}

# Those complained of must not read it; the outcome is the purchaser's to write.
COMPLAINT = {"filed": {"view": "purchaser", "edit": "purchaser"}, "sealed": {"view": "purchaser"}}

STAFF = {
    "filed": {
        "view": f"{LEADS} {SUPERVISORS} purchaser {ADMINS}",
        "edit": f"{LEADS} {ADMINS}",
        "delete": ADMINS,
    },
}
STATION = {"open": {"view": ANYBODY, "edit": ADMINS, "delete": ADMINS, "add": f"{LEADS} {ADMINS}"}}
STATIONS = {"open": {"view": ANYBODY, "edit": ADMINS, "delete": ADMINS, "add": ADMINS}}
CONTRACTS = {"internal": {"view": SIGNED_IN, "edit": ADMINS, "delete": ADMINS, "add": ADMINS}}

EXPECTED = {
    "Client": RECORD,
    "CaseFile": RECORD,
    "GroupWork": RECORD,
    "ServiceRecord": RECORD,
    "Report": RECORD,
    "ArchiveDocument": PAPER,
    "CaseSession": PART,
    "GroupSession": PART,
    "CaseFile paper": PART,
    "GroupWork paper": PART,
    "Article": ARTICLE,
    "Contract": CONTRACT,
    "Archive": FIXED,
    "ArchiveSection": FIXED,
    "Indicators": FIXED,
    "Indicator": INDICATOR,
    "Inspection": REVIEW,
    "Rectification": RECTIFICATION,
    "Evaluation": REVIEW,
    "Survey": REVIEW,
    "Complaint": COMPLAINT,
    "StaffMember": STAFF,
    "Station": STATION,
    "Stations": STATIONS,
    "Contracts": CONTRACTS,
}
