package org.redress.intake.requests.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.intake.petitions.RequestKind;
import org.redress.intake.petitions.Submitter;
import org.redress.intake.tracking.web.AskForm;
import org.redress.intake.tracking.web.ShownWay;
import org.redress.intake.tracking.web.SlipRules;
import org.redress.platform.web.FormRefusal;
import org.redress.platform.web.RefusedException;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Where petitioners ask by a form for what the interface takes, by its rules: to add, to withdraw, to have it reviewed. */
@Controller
class RequestPage {

    private final AskRules rules;
    private final RequestDesk desk;
    private final SlipRules slips;
    private final ShownWay way;
    private final MessageSource messages;

    RequestPage(AskRules rules, RequestDesk desk, SlipRules slips, ShownWay way, MessageSource messages) {
        this.rules = rules;
        this.desk = desk;
        this.slips = slips;
        this.way = way;
        this.messages = messages;
    }

    /**
     * What the form holds.
     *
     * @param ask what is asked for
     * @param key names the form, so that it is taken once however often it is sent
     * @param receipt the receipt
     * @param accessCode the access code
     * @param words what is added, or why it is asked for
     * @param redaction set where it asks for words to be blacked out
     */
    record Form(
            @Nullable String ask,
            @Nullable String key,
            @Nullable String receipt,
            @Nullable String accessCode,
            @Nullable String words,
            @Nullable String redaction) {

        Optional<RequestKind> kind() {
            return Arrays.stream(RequestKind.values())
                    .filter(each -> each.wireName().equals(ask))
                    .findFirst();
        }

        /** Browsers send line ends as carriage return and line feed. */
        AskRules.Fields fields() {
            String lines = words == null ? null : words.replace("\r\n", "\n");
            return new AskRules.Fields(receipt, accessCode, lines, redaction != null, key);
        }

        /** The same to be filled in again; a key that cannot be used is made anew. */
        AskForm again(RequestKind kind, boolean keyIsWrong) {
            String name = key == null || keyIsWrong ? UUID.randomUUID().toString() : key;
            return new AskForm(kind, name, words, redaction != null);
        }
    }

    /** The code is in the body and in no answer. */
    @PostMapping(path = "/track", params = "ask")
    String ask(
            @ModelAttribute Form form,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<RequestKind> kind = form.kind();
        if (kind.isEmpty()) {
            return "intake/portal";
        }
        try {
            desk.take(form.receipt(), form.accessCode(), rules.ask(kind.get(), Submitter.PUBLIC, form.fields()));
            model.addAttribute("done", "ask.taken." + kind.get().wireName());
            return way.show(slips.petitionOf(form.receipt(), form.accessCode()), request, model);
        } catch (RefusedException e) {
            FormRefusal refusal = FormRefusal.of(e, messages, locale, response);
            model.addAttribute("refusal", refusal);
            model.addAttribute("receipt", form.receipt());
            model.addAttribute("ask", form.again(kind.get(), refusal.fields().containsKey("Idempotency-Key")));
            return "intake/ask";
        }
    }
}
