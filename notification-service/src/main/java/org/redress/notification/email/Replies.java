package org.redress.notification.email;

import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.redress.notification.notifications.Outcome;
import org.redress.notification.notifications.Reason;

/**
 * What a mail server's refusal means for a message (RFC 5321, 4.2.1). Only where it blames the recipient's address is the
 * message refused for good: policy, content, a full mailbox and our own sign-in can be mended, so it waits for that.
 */
final class Replies {

    /** The connection broke or hung; whether the message arrived is unknown. */
    static final Outcome BROKEN_OFF = new Outcome.Later(Reason.BROKEN_OFF);

    /** The code that most servers add (RFC 3463): class, subject, detail. */
    private static final Pattern ENHANCED =
            Pattern.compile("^\\s*(?:\\d{3}[ -])?\\s*([245])\\.(\\d{1,3})\\.(\\d{1,3})\\b");

    private static final int FIRST_PERMANENT = 500;

    /** Permanent, without a code that says more: no such mailbox, not here, its name is not allowed, no mail there. */
    private static final Set<Integer> ADDRESS = Set.of(550, 551, 553, 556);

    /** Address, mailbox, way to it. */
    private static final Set<Integer> RECIPIENT = Set.of(1, 2, 4);

    /** Of those, what is not the recipient's address: the sender's own (1.7, 1.8) and a full mailbox (2.2). */
    private static final Set<String> NOT_RECIPIENT = Set.of("1.7", "1.8", "2.2");

    private Replies() {}

    static Outcome outcomeOf(MessagingException refusal) {
        for (Exception e = refusal; e instanceof MessagingException it; e = it.getNextException()) {
            switch (it) {
                case SMTPAddressFailedException address -> {
                    return outcomeOf(
                            address.getReturnCode(),
                            blamesAddress(address).orElse(ADDRESS.contains(address.getReturnCode())));
                }
                // The sender's address is refused: that is the configuration's fault, and another try may do.
                case SMTPSenderFailedException sender -> {
                    return new Outcome.Later(smtp(sender.getReturnCode()));
                }
                // The address was taken before: what is refused now is the mail, unless the server says otherwise.
                case SMTPSendFailedException sending
                when sending.getNextException() == null -> {
                    return outcomeOf(
                            sending.getReturnCode(), blamesAddress(sending).orElse(false));
                }
                default -> {}
            }
        }
        return BROKEN_OFF;
    }

    /** What the server's own words say; nothing where they carry no such code. */
    private static Optional<Boolean> blamesAddress(MessagingException refusal) {
        return ENHANCED.matcher(String.valueOf(refusal.getMessage()))
                .results()
                .findFirst()
                .map(Replies::blamesAddress);
    }

    private static boolean blamesAddress(MatchResult code) {
        int subject = Integer.parseInt(code.group(2));
        return RECIPIENT.contains(subject) && !NOT_RECIPIENT.contains(subject + "." + code.group(3));
    }

    private static String smtp(int code) {
        return "smtp-" + code;
    }

    private static Outcome outcomeOf(int code, boolean address) {
        if (code < 0) {
            return BROKEN_OFF;
        }
        return code >= FIRST_PERMANENT && address ? new Outcome.Refused(smtp(code)) : new Outcome.Later(smtp(code));
    }
}
