package org.redress.bench.faults.traffic;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.redress.bench.faults.traffic.Caller.Call;
import org.redress.bench.faults.traffic.Caller.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One adapter: hands petitions in, one after the other, and asks for more about earlier ones. */
final class Adapter {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String KEY = "Idempotency-Key";

    private final Caller caller;
    private final Ledger ledger;
    private final Mix mix;
    private final Random random;

    Adapter(Caller caller, Ledger ledger, Mix mix, Random random) {
        this.caller = caller;
        this.ledger = ledger;
        this.mix = mix;
        this.random = random;
    }

    /** Hands in the petition with this number, and once in a while something about another. */
    void handIn(int number) throws InterruptedException {
        String key = "fault-" + number;
        submit(key, number);
        if (random.nextInt(100) < mix.repeats()) {
            submit(key, number);
        }
        if (random.nextInt(100) < mix.supplements()) {
            request("supplement", "text", "补充材料：考勤记录第" + number + "号。");
        }
        if (random.nextInt(100) < mix.withdrawals()) {
            request("withdraw", "reason", "已经解决，撤回。");
        }
    }

    private void submit(String key, int number) throws InterruptedException {
        Call call = new Call("intake", "/api/petitions", "adapter", Map.of(KEY, key), petition(key, number));
        Optional<Reply> reply = caller.until(call).filter(Reply::accepted);
        if (reply.isEmpty()) {
            ledger.abandon(key);
            return;
        }
        JsonNode slip = reply.get().json();
        ledger.add(new Acknowledged.Petition(
                slip.path("petitionId").asString(),
                key,
                slip.path("receipt").asString(),
                slip.path("accessCode").asString()));
    }

    private String petition(String key, int number) {
        Map<String, Object> petition = new LinkedHashMap<>();
        petition.put("channel", "hotline");
        petition.put("unit", "plant-1-assembly");
        petition.put("externalId", key);
        petition.put("subject", "第" + number + "件：加班工资未发");
        petition.put("text", "三月份加班三十小时，工资条上没有加班费。");
        if (number % mix.everyMail() == 0) {
            petition.put("petitioner", Map.of("name", "测试员", "email", key + "@example.org"));
        }
        return JSON.writeValueAsString(petition);
    }

    /** About any petition of any adapter; asked twice with the same key now and then, for the same request. */
    private void request(String kind, String field, String words) throws InterruptedException {
        Optional<Acknowledged.Petition> about = ledger.any(random);
        if (about.isEmpty()) {
            return;
        }
        Acknowledged.Petition petition = about.get();
        String key = "%016x%016x".formatted(random.nextLong(), random.nextLong());
        String body = JSON.writeValueAsString(
                Map.of("receipt", petition.receipt(), "accessCode", petition.accessCode(), field, words));
        Call call = new Call("intake", "/api/tracking/" + kind, "", Map.of(KEY, key), body);
        Optional<String> first = ask(call);
        first.ifPresent(id -> ledger.add(new Acknowledged.Request(petition.petitionId(), key, id, kind)));
        if (random.nextInt(100) < mix.repeats() && !ask(call).equals(first)) {
            ledger.contradicts("key " + key + " got another request id than " + first.orElse("none"));
        }
    }

    private Optional<String> ask(Call call) throws InterruptedException {
        Optional<Reply> reply = caller.until(call).filter(Reply::accepted);
        if (reply.isEmpty()) {
            ledger.abandon(call.headers().getOrDefault(KEY, ""));
        }
        return reply.map(answer -> answer.json().path("requestId").asString());
    }
}
