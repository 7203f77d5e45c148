package org.redress.intake.desk.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redress.intake.desk.Desk;
import org.redress.intake.petitions.Purpose;
import org.springframework.web.util.UriComponentsBuilder;

/** Pieces of one post bag: what they have in common goes from one form to the next, by the address. */
final class DeskBag {

    /** Nothing of a petitioner is among these: addresses are kept. */
    private static final List<String> COMMON = List.of("channel", "receivedAt", "purpose", "unit", "origin.body");

    private DeskBag() {}

    /** A form with what pieces of the bag have in common, else with what the directory proposes. */
    static DeskForm form(Map<String, String> given, Desk desk, String officer, LocalDate today) {
        Map<String, String> begun = new HashMap<>();
        begun.put("channel", "letter");
        begun.put("receivedAt", today.toString());
        begun.put("purpose", (desk.isForReports(officer) ? Purpose.REPORT : Purpose.APPEAL).wireName());
        desk.unitOf(officer).ifPresent(unit -> begun.put("unit", unit));
        begun.put("petitioner.language", "zh");
        COMMON.stream().filter(given::containsKey).forEach(name -> begun.put(name, given.get(name)));
        return new DeskForm(begun);
    }

    /** Address of the form for the next piece of the same bag. */
    static String next(DeskForm form) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/desk");
        COMMON.stream()
                .filter(name -> !form.of(name).isBlank())
                .forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(form.given()).toUriString();
    }
}
