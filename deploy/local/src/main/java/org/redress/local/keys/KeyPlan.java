package org.redress.local.keys;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.local.run.Part;

/** Every key of an installation, and the services that may hold it. */
@SuppressWarnings("ImmutableEnumChecker") // made by List.of
public enum KeyPlan {
    /** What petitions say, and what is written of them later: sealed by intake and routing, opened by routing alone. */
    CONTENT("content", true, List.of(Part.ROUTING), List.of(Part.INTAKE)),
    /** How to reach petitioners: sealed by intake, opened by routing and notification. */
    CONTACT("contact", true, List.of(Part.ROUTING, Part.NOTIFICATION), List.of(Part.INTAKE)),
    /** Makes access codes and recognises what is sent again. */
    RECEIPTS("receipts", true, List.of(Part.INTAKE), List.of()),
    /** Makes the petitioner's token, which changes with the year by itself; another key would split it within one. */
    PSEUDONYMS("pseudonyms", false, List.of(Part.ROUTING), List.of()),
    /** Hashes the ledger of unsealings, each line with the id of its key. */
    LEDGER("ledger", true, List.of(Part.ROUTING), List.of());

    private final String label;
    private final boolean rotating;
    // Hold the secret; what the first one has is the source of what the others get.
    private final List<Part> holders;
    // Hold the public half and only seal; none for keys that make digests.
    private final List<Part> sealers;

    KeyPlan(String label, boolean rotating, List<Part> holders, List<Part> sealers) {
        this.label = label;
        this.rotating = rotating;
        this.holders = holders;
        this.sealers = sealers;
    }

    /** Its name in commands and files. */
    public String label() {
        return label;
    }

    /** Whether a newer key may take its place while the old one stays for what was made with it. */
    public boolean rotates() {
        return rotating;
    }

    /** Whether some only seal, and others open. */
    boolean isPair() {
        return !sealers.isEmpty();
    }

    /** Whether this file of it is a holder's. */
    boolean isSecret(Place place) {
        return holders.contains(place.service());
    }

    /** Each file that it is in, the holders' first. */
    List<Place> places() {
        return Stream.concat(
                        holders.stream()
                                .map(holder -> new Place(holder, isPair() ? label + ".private.json" : label + ".json")),
                        sealers.stream().map(sealer -> new Place(sealer, label + ".public.json")))
                .toList();
    }

    /** Those that rotate. */
    public static List<KeyPlan> rotating() {
        return Arrays.stream(values()).filter(KeyPlan::rotates).toList();
    }

    /** Finds a key by its name. */
    public static Optional<KeyPlan> named(String name) {
        return Arrays.stream(values()).filter(plan -> plan.label.equals(name)).findFirst();
    }

    /** The names of those that rotate, for messages. */
    public static String names() {
        return rotating().stream().map(KeyPlan::label).collect(Collectors.joining(", "));
    }

    /** A file in the folder of a service. */
    record Place(Part service, String file) {}
}
