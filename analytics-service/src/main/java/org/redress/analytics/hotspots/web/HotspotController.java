package org.redress.analytics.hotspots.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.Locale;
import org.redress.analytics.hotspots.Hotspot;
import org.redress.analytics.hotspots.HotspotList;
import org.redress.analytics.hotspots.web.HotspotResponse.HotMatter;
import org.redress.analytics.hotspots.web.HotspotResponse.MatterDetail;
import org.redress.analytics.hotspots.web.Measures.MeasureOrder;
import org.redress.platform.description.NamesOf;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The hotspots, for who leads the units that hold them and for supervisors. */
@RestController
@RequestMapping("/api/hotspots")
@PreAuthorize("hasAnyRole('officer', 'supervisor')")
class HotspotController {

    private final HotspotList hotspots;
    private final HotspotViews views;
    private final Measures measures;

    HotspotController(HotspotList hotspots, HotspotViews views, Measures measures) {
        this.hotspots = hotspots;
        this.views = views;
        this.measures = measures;
    }

    /**
     * What is said of a hotspot that is none.
     *
     * @param reason known, seasonal, several-matters, copies or harmless
     */
    record Dismissal(
            @NotBlank @NamesOf(Hotspot.Reason.class) String reason) {}

    @GetMapping
    @Operation(
            summary = "Which matters are hot, and which stand",
            description =
                    "Petitions that say the same are found together, across units and topics; that they are one matter is a"
                            + " suggestion. At the end of each day a matter is hot when as many people as wrote within 3 to 90 days are"
                            + " improbable against its own year before, measured in petitions of the whole stream (gamma-Poisson, the"
                            + " share of false discoveries among the matters of a day held at 1 %). People count, not letters, and fewer"
                            + " than five are never shown. Each is shown to who heads the lowest unit below which all its petitions"
                            + " stand, to those above, and to supervisors. Reports and cases that are kept from somebody are never"
                            + " counted.")
    HotspotResponse hotspots(Authentication who, Locale locale) {
        return views.all(Readers.of(who), locale);
    }

    @GetMapping("/{hotspotId}")
    @Operation(summary = "Read one with its days and its cases")
    MatterDetail hotspot(@PathVariable String hotspotId, Authentication who, Locale locale) {
        return views.detail(Readers.found(hotspots.find(hotspotId, Readers.of(who))), locale);
    }

    @PostMapping("/{hotspotId}/acknowledge")
    @Operation(summary = "Say that you look after it")
    HotMatter acknowledge(@PathVariable String hotspotId, Authentication who, Locale locale) {
        return views.view(Readers.found(hotspots.acknowledge(hotspotId, Readers.of(who))), locale);
    }

    @PostMapping("/{hotspotId}/dismiss")
    @Operation(
            summary = "Say that it is none, and why",
            description =
                    "It stays listed. Its end tells nobody, and its matter needs four times as many people to alert again, not twice.")
    HotMatter dismiss(
            @PathVariable String hotspotId, @Valid @RequestBody Dismissal body, Authentication who, Locale locale) {
        return views.view(
                Readers.found(hotspots.dismiss(hotspotId, Readers.reason(body.reason()), Readers.of(who))), locale);
    }

    @PostMapping("/{hotspotId}/measures")
    @Operation(
            summary = "Set down what is done about it, by whom and from when",
            description =
                    "The post is told. From then on the hotspot tells how many people wrote before and after that day, in as many days each, with"
                            + " the exact interval of the ratio at 95 % (Clopper-Pearson). It takes at most 20.")
    MatterDetail measure(
            @PathVariable String hotspotId, @Valid @RequestBody MeasureOrder body, Authentication who, Locale locale) {
        return views.detail(Readers.found(measures.take(hotspotId, body, Readers.of(who))), locale);
    }
}
