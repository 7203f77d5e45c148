package org.redress.notification.email;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.notification.notifications.Outcome;

class RepliesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "550 5.1.1 <a@example.org>: user unknown | true",
                "550 5.1.10 RESOLVER.ADR.RecipientNotFound | true",
                "550 5.2.1 mailbox disabled | true",
                "550 5.4.1 Recipient address rejected: Access denied | true",
                "553 5.1.3 bad address syntax | true",
                "550 no such user | true",
                "553 mailbox name not allowed | true",
                "550 5.7.1 relaying denied | false",
                "550 5.7.606 access denied, banned sending IP | false",
                "554 5.7.1 blocked by policy | false",
                "550 5.1.8 sender address rejected | false",
                "552 5.2.2 mailbox full | false",
                "554 DT:SPM mp1 | false",
                "550-5.7.26 unauthenticated sender | false",
                "530 5.7.0 authentication required | false",
                "451 4.7.1 greylisted | false",
                "550 Mail content denied: no reverse DNS, 5.1.1 is no code here | true"
            })
    void blamesTheAddressOnlyWhereTheReplyDoes(String reply, boolean address) throws AddressException {
        Outcome outcome = Replies.outcomeOf(new SendFailedException(
                "Invalid Addresses",
                new SMTPAddressFailedException(new InternetAddress("a@example.org"), "RCPT TO", code(reply), reply)));

        assertThat(outcome).isInstanceOf(address ? Outcome.Refused.class : Outcome.Later.class);
        assertThat(outcome.toString()).contains("smtp-" + code(reply));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "554 transaction failed | false",
                "550 5.7.1 message looks like spam | false",
                "552 5.3.4 message too large | false",
                "550 5.1.1 user unknown | true"
            })
    void waitsWhereTheMailWasRefusedAfterItsAddress(String reply, boolean address) {
        Outcome outcome =
                Replies.outcomeOf(new SMTPSendFailedException("DATA", code(reply), reply, null, null, null, null));

        assertThat(outcome).isInstanceOf(address ? Outcome.Refused.class : Outcome.Later.class);
    }

    @Test
    void takesABrokenConnectionForNoAnswer() throws AddressException {
        assertThat(Replies.outcomeOf(
                        new SMTPAddressFailedException(new InternetAddress("a@example.org"), "RCPT TO", -1, "[EOF]")))
                .isEqualTo(Replies.BROKEN_OFF);
    }

    private static int code(String reply) {
        return Integer.parseInt(reply.substring(0, 3));
    }
}
