"""Walks petitions' whole lives with the clients that were generated from the descriptions of intake and routing."""

import os
import time
import uuid

import redress_intake as intake
import redress_routing as routing


def client(package, url, token=None):
    return package.ApiClient(package.Configuration(host=url, access_token=token))


door = client(intake, os.environ["REDRESS_INTAKE_URL"])
desk = client(routing, os.environ["REDRESS_ROUTING_URL"], os.environ["WALK_TOKEN"])
petitions, tracking, requests = intake.PetitionApi(door), intake.TrackingApi(door), intake.RequestApi(door)
cases, commands = routing.CaseApi(desk), routing.CommandApi(desk)


def expect(what, condition):
    if not condition:
        raise AssertionError(what)
    print("python:", what)


def eventually(look):
    end = time.monotonic() + 60
    while time.monotonic() < end:
        found = look()
        if found:
            return found
        time.sleep(0.2)
    raise AssertionError("not within a minute")


def submit():
    petition = intake.PetitionRequest(
        channel="web",
        unit="plant-1-assembly",
        subject="加班工资未发",
        text="三月份加班三十小时，工资条上没有加班费。",
        petitioner=intake.PetitionerRequest(name="测试员", phone="13800138000"),
    )
    key = uuid.uuid4().hex
    slip = petitions.petition_submit(petition, idempotency_key=key)
    again = petitions.petition_submit_with_http_info(petition, idempotency_key=key)
    expect("a repeat under the same key has the same receipt", again.data.receipt == slip.receipt)
    expect("and says that it is one", again.headers["Idempotent-Replayed"] == "true")
    return slip


def stages(slip):
    way = tracking.tracking_track(intake.TrackingRequest(receipt=slip.receipt, access_code=slip.access_code))
    return [step.stage for step in way.stages]


def shown(slip, stage):
    return eventually(lambda: stage in stages(slip))


def read(slip):
    """The case and its ETag, once there is one."""

    def look():
        try:
            return cases.case_read_with_http_info(slip.petition_id)
        except routing.exceptions.NotFoundException:
            return None

    answer = eventually(look)
    return answer.data, answer.headers["ETag"]


def refused(status, call):
    try:
        call()
    except (routing.ApiException, intake.ApiException) as e:
        return e.status == status and str(status) in e.body
    return False


slip = submit()
kept, etag = read(slip)
expect("the petition has a case", kept.state == "registered" and "accept" in kept.open_steps)
accepted = commands.command_accept(slip.petition_id, etag, acceptance=routing.Acceptance(way="ordinary"))
expect("it is accepted", accepted.state == "accepted")
expect(
    "who has not seen that is told so",
    refused(412, lambda: commands.command_comment(slip.petition_id, etag, routing.Comment(text="旧版本"))),
)
expect("the case does not close without an outcome", refused(409, lambda: commands.command_close(slip.petition_id, read(slip)[1])))
added = requests.request_supplement(
    intake.SupplementRequest(receipt=slip.receipt, access_code=slip.access_code, text="另附工资条三张。")
)
expect("something is added to it", shown(slip, "supplemented") and added.receipt == slip.receipt)
opinion = routing.Opinion(
    outcome="not-supported", request="补发", facts="无记录", reasons="无依据", legal_basis="《工资支付暂行规定》"
)
given = commands.command_give_opinion_with_http_info(slip.petition_id, read(slip)[1], opinion)
expect("it gets a written opinion", given.data.state == "opinion-given")
service = routing.Service(how="electronic", proof="已读回执")
served = commands.command_serve_with_http_info(slip.petition_id, given.headers["ETag"], service)
expect("which is served", served.data.state == "served")
closed = commands.command_close(slip.petition_id, served.headers["ETag"])
expect("and it is closed", closed.state == "closed")
expect("which the petitioner sees", shown(slip, "closed") and "give-opinion" in stages(slip))

other = submit()
read(other)
requests.request_withdraw(
    intake.WithdrawalRequest(receipt=other.receipt, access_code=other.access_code, reason="已补发")
)
expect("another one is withdrawn", shown(other, "withdrawn") and read(other)[0].state == "withdrawn")
wrong = intake.TrackingRequest(receipt=other.receipt, access_code=slip.access_code)
expect("a wrong code shows nothing", refused(404, lambda: tracking.tracking_track(wrong)))
