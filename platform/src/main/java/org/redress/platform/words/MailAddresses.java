package org.redress.platform.words;

import java.net.IDN;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Mail addresses: kept as they were written, and sent to in a form that every mail server takes. A domain may be of any
 * script and is sent as its A-label (RFC 5891); what stands before the @ is ASCII, because not every server on the way
 * speaks SMTPUTF8.
 */
public final class MailAddresses {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern LABELS = Pattern.compile(
            "([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
    /** What IDNA 2003 and 2008 take for different domains (RFC 5894, 7.2): nobody can tell which one was meant. */
    private static final Pattern AMBIGUOUS = Pattern.compile("[ßẞς\u200C\u200D]");

    private static final Pattern PUBLIC = Pattern.compile(".*\\..+[A-Za-z0-9]");

    private MailAddresses() {}

    /** The address as mail servers anywhere take it; absent when mail cannot reach it. */
    public static @Nullable String deliverable(String written) {
        String address = sendable(written);
        return address != null && PUBLIC.matcher(domainOf(address)).matches() ? address : null;
    }

    /** The same for an address that may also be one of a single host, as within an organisation. */
    public static @Nullable String sendable(String written) {
        String address = written.strip();
        int at = address.lastIndexOf('@');
        if (at < 1
                || at > LONGEST_LOCAL
                || !LOCAL.matcher(address.substring(0, at)).matches()) {
            return null;
        }
        String domain = labels(domainOf(address));
        String whole = address.substring(0, at + 1) + domain;
        return domain == null || whole.length() > LONGEST ? null : whole;
    }

    /** Whether only what stands before the @ keeps mail from reaching it. */
    public static boolean needsUtf8(String written) {
        String address = written.strip();
        int at = address.lastIndexOf('@');
        return at > 0
                && address.substring(0, at).codePoints().anyMatch(codePoint -> codePoint > '~')
                && deliverable("x" + address.substring(at)) != null;
    }

    private static String domainOf(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private static @Nullable String labels(String written) {
        if (AMBIGUOUS.matcher(written).find()) {
            return null;
        }
        try {
            String labels = IDN.toASCII(written, IDN.USE_STD3_ASCII_RULES);
            return LABELS.matcher(labels).matches() ? labels : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
