package org.redress.notification.sending;

import jakarta.mail.MessagingException;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.redress.notification.notifications.Outcome;
import org.redress.notification.notifications.Reason;

/** What a mail server's refusal means for a message (RFC 5321, 4.2.1). */
final class Replies {

    /** The connection broke or hung; whether the message arrived is unknown. */
    static final Outcome BROKEN_OFF = new Outcome.Later(Reason.BROKEN_OFF);

    private static final int FIRST_PERMANENT = 500;

    /** Sign-in is missing or wrong: our configuration is at fault, not the message. */
    private static final Set<Integer> OURS = Set.of(530, 534, 535, 538);

    private Replies() {}

    static Outcome outcomeOf(MessagingException refusal) {
        for (Exception e = refusal; e instanceof MessagingException it; e = it.getNextException()) {
            switch (it) {
                case SMTPAddressFailedException address -> {
                    return outcomeOf(address.getReturnCode());
                }
                // The sender's address is refused: that is the configuration's fault, and another try may do.
                case SMTPSenderFailedException sender -> {
                    return new Outcome.Later(Reason.smtp(sender.getReturnCode()));
                }
                case SMTPSendFailedException sending
                when sending.getNextException() == null -> {
                    return outcomeOf(sending.getReturnCode());
                }
                default -> {}
            }
        }
        return BROKEN_OFF;
    }

    private static Outcome outcomeOf(int code) {
        if (code < 0) {
            return BROKEN_OFF;
        }
        return code >= FIRST_PERMANENT && !OURS.contains(code)
                ? new Outcome.Refused(Reason.smtp(code))
                : new Outcome.Later(Reason.smtp(code));
    }
}
