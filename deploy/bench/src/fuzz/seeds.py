"""Hooks of the fuzzer: one right request for each operation, on things made for it, and a count of what was answered.

A fuzzer finds neither the id of a petition nor the step that a case allows just then. Each operation is therefore given one
example that means something: a petition of its own, brought to where the operation is possible.
"""

import atexit
import json
import os
import threading
import time
import urllib.error
import urllib.request
import uuid

import schemathesis

URLS = {name: os.environ[f"REDRESS_{name.upper()}_URL"] for name in ("intake", "routing")}
TOKENS = json.loads(os.environ["FUZZ_TOKENS"])
YESTERDAY = time.strftime("%Y-%m-%d", time.gmtime(time.time() - 86_400))
TOMORROW = time.strftime("%Y-%m-%d", time.gmtime(time.time() + 2 * 86_400))
OPINION = {
    "outcome": "not-supported",
    "request": "补发三月加班工资",
    "facts": "考勤无加班记录",
    "reasons": "无事实依据",
    "legalBasis": "《工资支付暂行规定》",
}
PROMISE = {**OPINION, "outcome": "supported", "promises": [{"what": "补发", "owner": "plant-1.labour", "dueOn": TOMORROW}]}
NOTE = {"text": "已联系。"}
# Who finds out whom a petition is about.
DESK = "officer:chen.jing"
SERVED = {"how": "electronic", "proof": "已读回执"}

seen = {}
lock = threading.Lock()


def ask(service, method, path, body=None, who="supervisor", headers=None):
    """The answer's JSON and ETag."""
    request = urllib.request.Request(
        URLS[service] + path,
        method=method,
        data=None if body is None else json.dumps(body).encode(),
        headers={"Content-Type": "application/json", **(headers or {})},
    )
    if who:
        request.add_header("Authorization", "Bearer " + TOKENS[who])
    with urllib.request.urlopen(request, timeout=30) as answer:
        text = answer.read().decode()
        kind = answer.headers.get("Content-Type", "")
        return (json.loads(text) if "json" in kind else text), answer.headers.get("ETag")


def slip(**more):
    """A petition that was handed in, with its receipt."""
    petition = {
        "channel": "phone",
        "subject": "加班工资未发",
        "text": "三月份加班三十小时，工资条上没有加班费。",
        "unit": "plant-1-assembly",
        "petitioner": {"name": "测试员", "phone": "13800138000"},
        **more,
    }
    return ask("intake", "POST", "/api/petitions", petition, "adapter")[0]


def case(who="supervisor", **more):
    """The id of a petition that has a case, which this person may read."""
    return eventually_a_case(slip(**more)["petitionId"], who)


def eventually_a_case(petition, who="supervisor"):
    for _ in range(300):
        try:
            version(petition, who)
            return petition
        except urllib.error.HTTPError as e:
            if e.code != 404:
                raise
            time.sleep(0.2)
    raise TimeoutError("no case for " + petition)


def version(petition, who="supervisor"):
    return ask("routing", "GET", "/api/cases/" + petition, who=who)[1]


def take(petition, step, body=None, who="supervisor"):
    """Takes a step of a case."""
    ask("routing", "POST", f"/api/cases/{petition}/{step}", body or {}, who, {"If-Match": version(petition, who)})
    return petition


def command(petition, body=None, who="supervisor"):
    """The example of a step that is possible now."""
    example = {"path_parameters": {"petitionId": petition}, "headers": {"If-Match": version(petition, who)}, "who": who}
    return example if body is None else {**example, "body": body}


def accepted(**more):
    return take(case(**more), "accept")


def opined(opinion=OPINION):
    return take(accepted(), "give-opinion", opinion)


def transferred():
    return take(case(), "transfer", {"unit": "plant-2"})


def objected():
    return take(transferred(), "object", NOTE)


def reviewed():
    """A case whose review somebody else has."""
    given = slip()
    petition = eventually_a_case(given["petitionId"])
    take(petition, "accept")
    take(petition, "give-opinion", OPINION)
    take(petition, "serve", SERVED)
    return review(given, "under-review")


def review(given, state):
    petition = given["petitionId"]
    words = {"receipt": given["receipt"], "accessCode": given["accessCode"], "text": "仍然不服。"}
    ask("intake", "POST", "/api/tracking/review", words, None)
    for _ in range(300):
        if ask("routing", "GET", "/api/cases/" + petition)[0]["state"] == state:
            return given
        time.sleep(0.2)
    raise TimeoutError(state)


def re_reviewed():
    given = reviewed()
    take(given["petitionId"], "give-opinion", OPINION, "officer:qian.yun")
    take(given["petitionId"], "serve", SERVED)
    return review(given, "under-re-review")["petitionId"]


def redacted(by="officer:li.wei"):
    words = {"field": "text", "from": 0, "to": 2, "reason": "隐私"}
    return take(case(unit="plant-1"), "redact", words, by)


def matter(*petitions):
    return ask("routing", "POST", "/api/matters", {"title": "加班工资", "petitionIds": list(petitions)})[0]["matterId"]


def emergency(confirmed, who="officer:su.qing"):
    body = {"petitionId": case(), "purpose": "call", "reason": "来电称要轻生，承办人均联系不上"}
    asked = ask("routing", "POST", "/api/emergencies", body, who)[0]["emergencyId"]
    if confirmed:
        ask("routing", "POST", f"/api/emergencies/{asked}/confirm", who="supervisor")
    return asked


def draft():
    """The files of an organisation whose name is another one."""
    number = ask("routing", "GET", "/api/organisation/versions", who="admin")[0]["active"]
    path = f"/api/organisation/versions/{number}/files/organisation.yaml"
    text = ask("routing", "GET", path, who="admin")[0]
    changed = text.replace("明川装备集团有限公司", "明川装备集团" + uuid.uuid4().hex[:6])
    return number, {"files": [{"name": "organisation.yaml", "text": changed}]}


def activation():
    number, files = draft()
    found = ask("routing", "POST", "/api/organisation/drafts", files, "admin")[0]
    return {
        "headers": {"If-Match": f'"{number}"'},
        "body": {"digest": found["digest"], "reason": "更名"},
        "who": "admin",
    }


def text_of():
    petition = take(case(), "comment", NOTE)
    found = ask("routing", "GET", "/api/cases/" + petition)[0]["texts"][0]
    return {"path_parameters": {"petitionId": petition, "textId": found["textId"]}}


def told():
    """A code that was handed out, and what is asked with it."""
    given = slip()
    return {"receipt": given["receipt"], "accessCode": given["accessCode"]}


def of_case(**more):
    return {"path_parameters": {"petitionId": case()}, **more}


def of_matter(*petitions, **more):
    return {"path_parameters": {"matterId": matter(*petitions)}, **more}


def member(add):
    one, other = case(), case()
    the = matter(one) if add else matter(one, other)
    return {"path_parameters": {"matterId": the, "petitionId": other}}


def of_emergency(confirmed, who):
    return {"path_parameters": {"emergencyId": emergency(confirmed)}, "who": who}


EXAMPLES = {
    "petitionSubmit": lambda: {
        "body": {"channel": "web", "subject": "供暖不足", "text": "室温不到十五度。", "about": [{"text": "后勤"}]},
        "headers": {"Idempotency-Key": uuid.uuid4().hex},
    },
    "trackingTrack": lambda: {"body": told()},
    "trackingUnsealings": lambda: {"body": told()},
    "requestSupplement": lambda: {"body": {**told(), "text": "另附工资条。"}},
    "requestReview": lambda: {"body": {**told(), "text": "不服。"}},
    "requestWithdraw": lambda: {"body": {**told(), "reason": "已补发。"}},
    "caseRead": of_case,
    "caseClocks": of_case,
    "ledgerOfCase": of_case,
    "caseText": text_of,
    "caseContact": lambda: of_case(body={"purpose": "call"}),
    "commandAccept": lambda: command(case(), {"way": "ordinary"}),
    "commandDecline": lambda: command(case(), {"reason": "不属本单位职权。", "whereToGo": "仲裁委"}),
    "commandLead": lambda: command(case(), {"where": "arbitration", "text": "请申请劳动仲裁。"}),
    "commandTransfer": lambda: command(case(), {"unit": "plant-2"}),
    "commandAssign": lambda: command(case(), {"unit": "plant-2", "dueOn": TOMORROW, "text": "请办理。"}),
    "commandObject": lambda: command(transferred(), NOTE),
    "commandTakeBack": lambda: command(objected()),
    "commandInsist": lambda: command(objected(), NOTE),
    "commandDecideUnit": lambda: command(take(objected(), "insist", NOTE), {"unit": "plant-1", "text": "归一厂。"}),
    "commandReportBack": lambda: command(
        take(case(), "supervise", {"level": "ordinary", "dueOn": TOMORROW, "instruction": "请办理。"}), NOTE
    ),
    "commandSupervise": lambda: command(case(), {"level": "red", "dueOn": TOMORROW, "instruction": "请办理。"}),
    "commandExtend": lambda: command(accepted(), {"days": 10, "reason": "情况复杂。"}),
    "commandAskExtension": lambda: command(accepted(), {"days": 10, "reason": "情况复杂。"}),
    "commandRefuseExtension": lambda: command(take(accepted(), "ask-extension", {"days": 10, "reason": "情况复杂。"}), NOTE),
    "commandSetTarget": lambda: command(case(), {"kind": "promised", "dueOn": TOMORROW, **NOTE}),
    "commandEndTarget": lambda: command(
        take(case(), "set-target", {"kind": "own", "dueOn": TOMORROW, **NOTE}), {"target": 1, "ending": "met", **NOTE}
    ),
    "commandAnswer": lambda: command(take(case(), "accept", {"way": "simplified"}), NOTE),
    "commandGiveOpinion": lambda: command(accepted(), OPINION),
    "commandServe": lambda: command(opined(), SERVED),
    "commandFulfil": lambda: command(take(opined(PROMISE), "serve", SERVED), {"promise": 1, "proof": "转账凭证"}),
    "commandClose": lambda: command(take(opined(), "serve", SERVED)),
    "commandTakeUp": lambda: command(reviewed()["petitionId"], who="officer:qian.yun"),
    "commandHear": lambda: command(
        re_reviewed(), {"from": TOMORROW, "to": TOMORROW, "note": "已听证。"}, "officer:luo.min"
    ),
    "commandNoteContact": lambda: command(case(), {"how": "call", "outcome": "reached", **NOTE}),
    "commandSetHeading": lambda: command(case(), {"heading": "反映加班工资问题"}),
    "commandFileThanks": lambda: command(case(purpose="thanks")),
    "commandAnswerSuggestion": lambda: command(case(suggestions=["公开台账"]), NOTE),
    "commandSetMark": lambda: command(case(), {"mark": "in-arbitration", "on": YESTERDAY, "body": "劳动争议仲裁委员会"}),
    "commandMerge": lambda: command(case(), {"into": case(), "reason": "同一事项。"}),
    "commandConfirmCount": lambda: command(case(headCount=7), {"headCount": 6, "note": "已清点。"}),
    "commandScreen": lambda: command(
        case(DESK, about=[{"text": "一位领导"}]), {"accused": [], "note": "未指名。"}, DESK
    ),
    "commandRecuse": lambda: command(case(), {"officer": "zhao.gang", "reason": "亲属"}),
    "commandComment": lambda: command(case(), NOTE),
    "commandReclassify": lambda: command(case(), {"topic": "labour.pay.bonus", "reason": "更正"}),
    "commandReassign": lambda: command(case(), {"post": "plant-1.director", "reason": "另派"}),
    "commandRedact": lambda: command(case(), {"field": "text", "from": 0, "to": 2, "reason": "隐私"}),
    "commandConfirmRedaction": lambda: command(redacted(), {"redaction": 1, "note": "同意"}),
    "commandUndoRedaction": lambda: command(redacted(), {"redaction": 1, "note": "撤回"}, "officer:li.wei"),
    "matterOpen": lambda: {"body": {"title": "加班工资", "petitionIds": [case(), case()]}},
    "matterRead": lambda: of_matter(case()),
    "matterAdd": lambda: member(True),
    "matterRemove": lambda: member(False),
    "matterGiveOpinion": lambda: of_matter(accepted(), accepted(), headers={"If-Match": '"0"'}, body=OPINION),
    "emergencyAsk": lambda: {
        "body": {"petitionId": case(), "purpose": "read", "reason": "来电称要轻生，承办人均联系不上"},
        "who": "officer:su.qing",
    },
    "emergencyRead": lambda: of_emergency(False, "officer:su.qing"),
    "emergencyConfirm": lambda: of_emergency(False, "supervisor"),
    "emergencyOpen": lambda: of_emergency(True, "officer:su.qing"),
    "assignmentPreview": lambda: {"body": {"subject": "加班费", "text": "没有加班费", "unit": "plant-1"}},
    "organisationDraft": lambda: {"body": draft()[1], "who": "admin"},
    "organisationActivate": activation,
    "organisationFile": lambda: {"path_parameters": {"number": "1", "name": "topics.yaml"}, "who": "admin"},
    "volumeVolume": lambda: {"query": {"groupBy": "unit"}},
    "deliveriesFind": lambda: {"query": {"state": "sent", "limit": 5}},
}


@schemathesis.hook
def before_add_examples(context, examples):
    operation = context.operation
    name = operation.definition.raw["operationId"]
    if name in EXAMPLES:
        try:
            example = EXAMPLES[name]()
        except (urllib.error.HTTPError, TimeoutError) as e:
            told = e.read().decode() if isinstance(e, urllib.error.HTTPError) else ""
            print(f"no example for {name}: {e} {told}")
            return
        who = example.pop("who", None)
        headers = dict(example.pop("headers", {}))
        if who:
            headers["Authorization"] = "Bearer " + TOKENS[who]
        if "body" in example:
            example["media_type"] = "application/json"
        # The right one alone: what else the description gives as an example cannot be known to fit.
        examples[:] = [operation.Case(headers=headers, **example)]


@schemathesis.hook
def after_call(context, case, response):
    with lock:
        statuses = seen.setdefault(case.operation.label, {})
        status = str(response.status_code)
        statuses[status] = statuses.get(status, 0) + 1


@atexit.register
def write():
    with open(os.environ["FUZZ_SEEN"], "a", encoding="utf-8") as out:
        for label, statuses in seen.items():
            out.write(json.dumps({"operation": os.environ["FUZZ_SERVICE"] + " " + label, "statuses": statuses}) + "\n")
