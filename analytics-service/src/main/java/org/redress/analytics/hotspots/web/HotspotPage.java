package org.redress.analytics.hotspots.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.hotspots.Hotspot;
import org.redress.analytics.hotspots.HotspotList;
import org.redress.analytics.hotspots.HotspotList.Matter;
import org.redress.analytics.hotspots.web.Measures.MeasureOrder;
import org.redress.analytics.report.Table;
import org.redress.analytics.volume.web.Downloads;
import org.redress.platform.codes.Code;
import org.redress.platform.web.BodyReader;
import org.redress.platform.web.FormRefusal;
import org.redress.platform.web.RefusedException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is hot, what stands, and one of them with its days and cases. */
@Controller
@PreAuthorize("hasAnyRole('officer', 'supervisor')")
class HotspotPage {

    private static final List<String> COLUMNS = List.of(
            "matter",
            "state",
            "unit",
            "since",
            "ended",
            "heat",
            "people",
            "letters",
            "repeats",
            "head-count",
            "anonymous",
            "reason");

    private static final int TOLD_APART_BY = 8;

    private static final int MOST_TOGETHER = 100;

    private final HotspotList hotspots;
    private final HotspotViews views;
    private final Measures measures;
    private final BodyReader bodies;
    private final MessageSource words;
    private final String workbench;

    HotspotPage(
            HotspotList hotspots,
            HotspotViews views,
            Measures measures,
            BodyReader bodies,
            MessageSource words,
            @Value("${redress.urls.routing}") String workbench) {
        this.hotspots = hotspots;
        this.views = views;
        this.measures = measures;
        this.bodies = bodies;
        this.words = words;
        this.workbench = workbench;
    }

    /**
     * A case to open.
     *
     * @param number the end of its id, by which people call it
     * @param address where it is
     */
    record CaseLink(String number, String address) {}

    @GetMapping("/hotspots")
    String hotspots(Authentication who, Locale locale, Model model) {
        model.addAttribute("all", views.all(Readers.of(who), locale));
        return "hotspots/hotspots";
    }

    /** What is hot and what stands in one table: a matter that stands has no state and no heat. */
    @GetMapping({"/hotspots/matters.csv", "/hotspots/matters.xlsx"})
    ResponseEntity<byte[]> table(Authentication who, Locale locale, HttpServletRequest request) {
        HotspotResponse all = views.all(Readers.of(who), locale);
        List<List<@Nullable Object>> lines = new ArrayList<>();
        for (HotspotResponse.HotMatter each : all.hotspots()) {
            lines.add(line(
                    each.terms(),
                    word("hotspots.status." + each.status(), locale),
                    each.unitName(),
                    each.since(),
                    each.endedOn(),
                    each.heat(),
                    each.counted(),
                    each.why()));
        }
        for (HotspotResponse.StandingMatter each : all.standing()) {
            lines.add(line(each.terms(), null, each.unitName(), null, null, null, each.counted(), each.why()));
        }
        return Downloads.table(
                "hotspots",
                new Table(
                        word("hotspots.title", locale),
                        COLUMNS.stream()
                                .map(column -> word("hotspots." + column, locale))
                                .toList(),
                        lines),
                request);
    }

    private static List<@Nullable Object> line(
            List<String> terms,
            @Nullable String status,
            String unit,
            @Nullable LocalDate since,
            @Nullable LocalDate ended,
            @Nullable Double heat,
            HotspotResponse.Counted counted,
            String why) {
        List<@Nullable Object> line = new ArrayList<>();
        line.add(String.join(" · ", terms));
        line.add(status);
        line.add(unit);
        line.add(since);
        line.add(ended);
        line.add(heat);
        line.add(counted.people());
        line.add(counted.letters());
        line.add(counted.repeats());
        line.add(counted.headCount());
        line.add(counted.anonymous());
        line.add(why);
        return line;
    }

    private String word(String key, Locale locale) {
        return Objects.requireNonNull(words.getMessage(key, null, locale));
    }

    @GetMapping("/hotspots/{hotspotId}")
    String hotspot(@PathVariable String hotspotId, Authentication who, Locale locale, Model model) {
        Matter matter = Readers.found(hotspots.find(hotspotId, Readers.of(who)));
        model.addAttribute("detail", views.detail(matter, locale));
        Bars bars = Bars.of(matter.picture().days());
        model.addAttribute("bars", bars);
        model.addAttribute("filled", bars.filled());
        model.addAttribute(
                "cases", matter.picture().cases().stream().map(this::link).toList());
        model.addAttribute("together", together(matter.picture().cases()));
        model.asMap().putIfAbsent("given", Map.of());
        model.asMap().putIfAbsent("wrong", Map.of());
        model.addAttribute("owners", measures.owners(matter.picture(), locale));
        model.addAttribute("reasons", Code.of(Hotspot.Reason.class, "dismissed", words, locale));
        return "hotspots/hotspot";
    }

    /** Where an officer makes a matter 同一事项 of the newest of its petitions: an address has no room for more. */
    private String together(List<String> petitionIds) {
        return petitionIds.stream()
                .limit(MOST_TOGETHER)
                .collect(Collectors.joining("&petition=", workbench + "/matters/new?petition=", ""));
    }

    private CaseLink link(String petitionId) {
        return new CaseLink(
                petitionId.substring(Math.max(0, petitionId.length() - TOLD_APART_BY)),
                workbench + "/cases/" + petitionId);
    }

    @PostMapping("/hotspots/{hotspotId}/acknowledge")
    String acknowledge(@PathVariable String hotspotId, Authentication who) {
        return back(Readers.found(hotspots.acknowledge(hotspotId, Readers.of(who))));
    }

    @PostMapping("/hotspots/{hotspotId}/dismiss")
    String dismiss(@PathVariable String hotspotId, @RequestParam(defaultValue = "") String reason, Authentication who) {
        return back(Readers.found(hotspots.dismiss(hotspotId, Readers.reason(reason), Readers.of(who))));
    }

    @PostMapping("/hotspots/{hotspotId}/measures")
    String measure(
            @PathVariable String hotspotId,
            @RequestParam Map<String, String> given,
            Authentication who,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        try {
            return back(Readers.found(
                    measures.take(hotspotId, bodies.read(body(given), MeasureOrder.class), Readers.of(who))));
        } catch (RefusedException e) {
            model.addAttribute("given", given);
            FormRefusal refusal = FormRefusal.of(e, words, locale, response);
            model.addAttribute("refusal", refusal);
            model.addAttribute("wrong", refusal.fields());
            return hotspot(hotspotId, who, locale, model);
        }
    }

    /** What the form holds, as the interface takes it: what is left blank is left out. */
    private static ObjectNode body(Map<String, String> given) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        for (String name : List.of("what", "owner", "from")) {
            String value = given.getOrDefault(name, "");
            if (!value.isBlank()) {
                body.put(name, value);
            }
        }
        return body;
    }

    private static String back(Matter matter) {
        return "redirect:/hotspots/" + matter.hotspot().id();
    }
}
