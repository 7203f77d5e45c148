package org.redress.notification.webhook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.EventCodec;
import org.redress.contracts.Json;
import org.redress.contracts.cases.CaseAccepted;
import org.redress.contracts.cases.CaseAnswered;
import org.redress.contracts.cases.CaseClosed;
import org.redress.contracts.cases.CaseDeclined;
import org.redress.contracts.cases.CaseRegistered;
import org.redress.contracts.cases.CaseRequestRefused;
import org.redress.contracts.cases.CaseSupplemented;
import org.redress.contracts.cases.CaseWithdrawn;
import org.redress.notification.notifications.Notification;
import org.redress.notification.petitions.KnownPetition;
import org.redress.notification.sending.Task;

/**
 * What an adapter is told: which petition reached which stage, in ids and states alone.
 *
 * @param id {@code webhook-id}, the same at every try
 * @param body JSON of {@code type}, {@code timestamp}, {@code data}, the same at every try
 */
record StageMessage(String id, String body) {

    /** The type of every message. */
    static final String TYPE = "petition.stage";

    /** Why it is not sent: its endpoint is turned off. */
    static final String ENDPOINT_OFF = "endpoint-off";

    /** Stages by the events that tell of them, named as at the tracking of a petition; other steps have their own names. */
    private static final Map<String, String> STAGES = Map.of(
            EventCodec.typeOf(CaseRegistered.class), "registered",
            EventCodec.typeOf(CaseAccepted.class), "accepted",
            EventCodec.typeOf(CaseDeclined.class), "declined",
            EventCodec.typeOf(CaseAnswered.class), "answered",
            EventCodec.typeOf(CaseSupplemented.class), "supplemented",
            EventCodec.typeOf(CaseWithdrawn.class), "withdrawn",
            EventCodec.typeOf(CaseRequestRefused.class), "refused",
            EventCodec.typeOf(CaseClosed.class), "closed");

    static StageMessage of(Task task, KnownPetition petition) {
        Notification told = task.notification();
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("petitionId", petition.id());
        data.put("receipt", petition.receipt());
        data.put("externalId", petition.externalId());
        data.put("stage", stageOf(told));
        data.put("sequence", told.standing().sequence());
        data.values().removeIf(Objects::isNull);
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", TYPE);
        message.put("timestamp", told.plannedAt().toString());
        message.put("data", data);
        return new StageMessage("msg_" + Notification.nameOf(task.id()), Json.MAPPER.writeValueAsString(message));
    }

    private static String stageOf(Notification told) {
        String step = told.facts().step();
        return step == null ? STAGES.getOrDefault(told.cause(), told.cause()) : step;
    }
}
