package org.redress.intake.tracking.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.redress.intake.petitions.web.Findings;
import org.redress.platform.pages.FirstPage;
import org.redress.platform.web.FormRefusal;
import org.redress.platform.web.RefusedException;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where petitioners begin: whoever holds a receipt and its code sees the whole way, and who has read it. */
@Controller
class PortalPage implements FirstPage {

    private final SlipRules slips;
    private final ShownWay way;
    private final MessageSource messages;

    PortalPage(SlipRules slips, ShownWay way, MessageSource messages) {
        this.slips = slips;
        this.way = way;
        this.messages = messages;
    }

    /** Whoever comes back to the way of a petition, such as in another language, shows the slip again: it is kept nowhere. */
    @GetMapping({"/", "/track"})
    String portal() {
        return "intake/portal";
    }

    /** The code is in the body: no address holds it, and none that is kept anywhere. */
    @PostMapping("/track")
    String track(
            @RequestParam(defaultValue = "") String receipt,
            @RequestParam(defaultValue = "") String accessCode,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            Findings findings = new Findings();
            SlipRules.check(findings, receipt, accessCode);
            findings.settle();
            String page = way.show(slips.petitionOf(receipt, accessCode), request, model);
            slips.count("shown");
            return page;
        } catch (RefusedException e) {
            model.addAttribute("refusal", FormRefusal.of(e, messages, locale, response));
            model.addAttribute("receipt", receipt);
            return "intake/portal";
        }
    }
}
