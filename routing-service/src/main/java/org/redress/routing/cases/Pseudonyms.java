package org.redress.routing.cases;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.submissions.PetitionContact;
import org.redress.platform.sealing.Mac;

/** Gives a petitioner a keyed token, another one each year, so that no profile grows and nobody can be looked up without
 * what they gave. */
final class Pseudonyms {

    private static final int LENGTH = 16;

    private final Mac mac;

    Pseudonyms(Mac mac) {
        this.mac = mac;
    }

    /** The token by the strongest mark given: id number, then phone, then name; empty when none was. */
    Optional<String> of(PetitionContact contact, int year) {
        return Stream.of(
                        mark("id", contact.idNumber()),
                        mark("phone", contact.phone()),
                        mark("name", contact.anonymous() ? null : contact.name()))
                .flatMap(Optional::stream)
                .findFirst()
                .map(mark -> token(year + "\n" + mark));
    }

    /** Every token that an earlier petition of the same contact may have got in one of these years. */
    Set<String> possible(PetitionContact contact, int... years) {
        List<String> marks = Stream.of(
                        mark("id", contact.idNumber()), mark("phone", contact.phone()), mark("name", contact.name()))
                .flatMap(Optional::stream)
                .toList();
        return Arrays.stream(years)
                .boxed()
                .flatMap(year -> marks.stream().map(mark -> token(year + "\n" + mark)))
                .collect(Collectors.toSet());
    }

    private static Optional<String> mark(String kind, @Nullable String value) {
        return Optional.ofNullable(value)
                .map(text -> Normalizer.normalize(text, Normalizer.Form.NFKC)
                        .toUpperCase(Locale.ROOT)
                        .replaceAll("\\s", ""))
                .filter(text -> !text.isEmpty())
                .map(text -> kind + "\n" + text);
    }

    private String token(String marked) {
        byte[] digest = mac.mac(marked.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, LENGTH);
    }
}
