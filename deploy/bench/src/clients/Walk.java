import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.redress.client.intake.PetitionApi;
import org.redress.client.intake.RequestApi;
import org.redress.client.intake.TrackingApi;
import org.redress.client.intake.model.PetitionRequest;
import org.redress.client.intake.model.PetitionerRequest;
import org.redress.client.intake.model.ReceiptSlip;
import org.redress.client.intake.model.SupplementRequest;
import org.redress.client.intake.model.TrackingRequest;
import org.redress.client.intake.model.WithdrawalRequest;
import org.redress.client.routing.CaseApi;
import org.redress.client.routing.CommandApi;
import org.redress.client.routing.model.Acceptance;
import org.redress.client.routing.model.CaseDetail;
import org.redress.client.routing.model.CaseView;
import org.redress.client.routing.model.Comment;
import org.redress.client.routing.model.Opinion;
import org.redress.client.routing.model.Service;

/** Walks petitions' whole lives with the clients that were generated from the descriptions of intake and routing. */
final class Walk {

    private final PetitionApi petitions;
    private final TrackingApi tracking;
    private final RequestApi requests;
    private final CaseApi cases;
    private final CommandApi commands;

    private Walk() {
        var door = new org.redress.client.intake.ApiClient();
        door.updateBaseUri(System.getenv("REDRESS_INTAKE_URL"));
        petitions = new PetitionApi(door);
        tracking = new TrackingApi(door);
        requests = new RequestApi(door);
        var desk = new org.redress.client.routing.ApiClient();
        desk.updateBaseUri(System.getenv("REDRESS_ROUTING_URL"));
        desk.setRequestInterceptor(
                request -> request.header("Authorization", "Bearer " + System.getenv("WALK_TOKEN")));
        cases = new CaseApi(desk);
        commands = new CommandApi(desk);
    }

    public static void main(String[] none) throws Exception {
        new Walk().walk();
    }

    private void walk() throws Exception {
        ReceiptSlip slip = submit();
        String id = slip.getPetitionId();
        var read = read(slip);
        expect("the petition has a case", read.getData().getState() == CaseDetail.StateEnum.REGISTERED);
        String seen = etag(read);
        CaseView accepted =
                commands.commandAccept(id, seen, null, new Acceptance().way(Acceptance.WayEnum.ORDINARY));
        expect("it is accepted", accepted.getState() == CaseView.StateEnum.ACCEPTED);
        expect(
                "who has not seen that is told so",
                refused(412, () -> commands.commandComment(id, seen, new Comment().text("旧版本"), null)));
        expect(
                "the case does not close without an outcome",
                refused(409, () -> commands.commandClose(id, etag(read(slip)), null)));
        requests.requestSupplement(
                new SupplementRequest()
                        .receipt(slip.getReceipt())
                        .accessCode(slip.getAccessCode())
                        .text("另附工资条三张。"),
                null);
        expect("something is added to it", shown(slip, "supplemented"));
        Opinion opinion = new Opinion()
                .outcome(Opinion.OutcomeEnum.NOT_SUPPORTED)
                .request("补发")
                .facts("无记录")
                .reasons("无依据")
                .legalBasis("《工资支付暂行规定》");
        var given = commands.commandGiveOpinionWithHttpInfo(id, etag(read(slip)), opinion, null);
        expect("it gets a written opinion", given.getData().getState() == CaseView.StateEnum.OPINION_GIVEN);
        var served = commands.commandServeWithHttpInfo(
                id, etag(given), new Service().how(Service.HowEnum.ELECTRONIC).proof("已读回执"), null);
        expect("which is served", served.getData().getState() == CaseView.StateEnum.SERVED);
        CaseView closed = commands.commandClose(id, etag(served), null);
        expect("and it is closed", closed.getState() == CaseView.StateEnum.CLOSED);
        expect("which the petitioner sees", shown(slip, "closed") && stages(slip).contains("give-opinion"));

        ReceiptSlip other = submit();
        read(other);
        requests.requestWithdraw(
                new WithdrawalRequest()
                        .receipt(other.getReceipt())
                        .accessCode(other.getAccessCode())
                        .reason("已补发"),
                null);
        expect(
                "another one is withdrawn",
                shown(other, "withdrawn") && read(other).getData().getState() == CaseDetail.StateEnum.WITHDRAWN);
        TrackingRequest wrong =
                new TrackingRequest().receipt(other.getReceipt()).accessCode(slip.getAccessCode());
        expect("a wrong code shows nothing", refused(404, () -> tracking.trackingTrack(wrong)));
    }

    private ReceiptSlip submit() throws Exception {
        PetitionRequest petition = new PetitionRequest()
                .channel(PetitionRequest.ChannelEnum.WEB)
                .unit("plant-1-assembly")
                .subject("加班工资未发")
                .text("三月份加班三十小时，工资条上没有加班费。")
                .petitioner(new PetitionerRequest().name("测试员").phone("13800138000"));
        String key = UUID.randomUUID().toString();
        ReceiptSlip slip = petitions.petitionSubmit(petition, key);
        var again = petitions.petitionSubmitWithHttpInfo(petition, key);
        expect(
                "a repeat under the same key has the same receipt",
                again.getData().getReceipt().equals(slip.getReceipt()));
        return slip;
    }

    private List<String> stages(ReceiptSlip slip) throws Exception {
        return tracking
                .trackingTrack(new TrackingRequest().receipt(slip.getReceipt()).accessCode(slip.getAccessCode()))
                .getStages()
                .stream()
                .map(step -> step.getStage().toString())
                .toList();
    }

    private boolean shown(ReceiptSlip slip, String stage) throws Exception {
        return eventually(() -> stages(slip).contains(stage) ? true : null);
    }

    private org.redress.client.routing.ApiResponse<CaseDetail> read(ReceiptSlip slip) throws Exception {
        return eventually(() -> {
            try {
                return cases.caseReadWithHttpInfo(slip.getPetitionId(), null);
            } catch (org.redress.client.routing.ApiException e) {
                if (e.getCode() == 404) {
                    return null;
                }
                throw e;
            }
        });
    }

    private static String etag(org.redress.client.routing.ApiResponse<?> answer) {
        return answer.getHeaders().get("etag").get(0);
    }

    private static boolean refused(int status, Callable<?> call) throws Exception {
        try {
            call.call();
            return false;
        } catch (org.redress.client.routing.ApiException e) {
            return e.getCode() == status;
        } catch (org.redress.client.intake.ApiException e) {
            return e.getCode() == status;
        }
    }

    private static <T> T eventually(Callable<T> look) throws Exception {
        Instant end = Instant.now().plusSeconds(60);
        while (Instant.now().isBefore(end)) {
            T found = look.call();
            if (found != null) {
                return found;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("not within a minute");
    }

    private static void expect(String what, boolean condition) {
        if (!condition) {
            throw new AssertionError(what);
        }
        System.out.println("java: " + what);
    }
}
