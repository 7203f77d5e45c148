package org.redress.routing.cases;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.platform.sealing.Mac;
import org.redress.routing.cases.Unsealing.Opening;

/** Makes the lines of the ledger, each over the one before it. */
final class LedgerSeal {

    private final Mac mac;

    LedgerSeal(Mac mac) {
        this.mac = mac;
    }

    /** The line after another; the first without one. {@code deploy/redress verify} hashes in the same way. */
    Unsealing after(@Nullable Unsealing last, Opening opening) {
        long number = last == null ? 1 : last.number() + 1;
        String previous = last == null ? "" : last.hash();
        String keyId = mac.keyId();
        byte[] hash = mac.macUnder(
                keyId,
                bytes(
                        previous,
                        Long.toString(number),
                        opening.petitionId(),
                        opening.what(),
                        opening.by().officer(),
                        opening.by().post(),
                        opening.why().name(),
                        Objects.requireNonNullElse(opening.purpose(), ""),
                        Long.toString(opening.at().toEpochMilli()),
                        Objects.requireNonNullElse(opening.event(), "")));
        return new Unsealing(
                number,
                opening.petitionId(),
                opening.what(),
                opening.by().officer(),
                opening.by().post(),
                opening.why(),
                opening.purpose(),
                opening.at(),
                opening.event(),
                previous,
                keyId,
                HexFormat.of().formatHex(hash));
    }

    private static byte[][] bytes(String... parts) {
        return Arrays.stream(parts)
                .map(part -> part.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }
}
