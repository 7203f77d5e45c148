package org.redress.notification.deliveries.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.notification.deliveries.Caller;
import org.redress.notification.deliveries.Cursor;
import org.redress.notification.deliveries.Deliveries;
import org.redress.notification.deliveries.Search;
import org.redress.notification.notifications.ChannelKind;
import org.redress.notification.notifications.Entry;
import org.redress.notification.notifications.Template;
import org.redress.platform.description.NamesOf;
import org.redress.platform.organisation.Directories;
import org.redress.platform.organisation.Directory;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.InvalidRequestException;
import org.redress.platform.web.Message;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the delivery log: officers what went to their posts, overseers what is kept from nobody. */
@RestController
class DeliveriesController {

    private static final String PETITION_ID = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$";
    private static final Pattern ID = Pattern.compile(PETITION_ID);
    private static final Set<String> OVERSEERS = Set.of("ROLE_supervisor", "ROLE_auditor");

    private final Deliveries deliveries;
    private final Directories directories;

    DeliveriesController(Deliveries deliveries, Directories directories) {
        this.deliveries = deliveries;
        this.directories = directories;
    }

    @GetMapping("/api/deliveries")
    @PreAuthorize("hasAnyRole('officer', 'supervisor', 'auditor')")
    @Operation(
            summary = "The delivery log, newest first",
            description = "Officers see what went to posts they hold; supervisors and auditors see"
                    + " everything but what belongs to cases that are kept from somebody. Totals are exact to 10,000.")
    DeliveryList find(
            @Parameter(schema = @Schema(type = "string", pattern = PETITION_ID))
                    @RequestParam(required = false)
                    @Nullable
                    String petitionId,
            @Parameter(description = "petitioner, adapter:NAME or the id of a post")
                    @RequestParam(required = false)
                    @Nullable
                    String recipient,
            @NamesOf(Entry.State.class) @RequestParam(required = false) @Nullable String state,
            @NamesOf(Template.class) @RequestParam(required = false) @Nullable String template,
            @NamesOf(ChannelKind.class) @RequestParam(required = false) @Nullable String channel,
            @Parameter(description = "next of the page before") @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            Authentication who) {
        requireId(petitionId);
        Search search =
                new Search(petitionId, recipient, Words.state(state), Words.template(template), Words.channel(channel));
        Cursor after = cursor == null ? null : Cursor.parse(cursor).orElseThrow(DeliveriesController::noCursor);
        requireRecipient(recipient);
        Caller reader = readerOf(who);
        return DeliveryList.of(deliveries.find(search, reader, after, limit), deliveries.count(search, reader));
    }

    /** Whether there is such a petition is told to nobody; what can be none is. */
    private static void requireId(@Nullable String petitionId) {
        if (petitionId != null && !ID.matcher(petitionId).matches()) {
            throw new InvalidRequestException(List.of(
                    new FieldProblem("petitionId", Message.of("field.invalid"), Message.of("accepted.petition-id"))));
        }
    }

    private Caller readerOf(Authentication who) {
        Set<String> authorities = who.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
        return OVERSEERS.stream().anyMatch(authorities::contains)
                ? new Caller.Overseer()
                : new Caller.Officer(directories.newest().postsSince(who.getName()));
    }

    /** Who held a post that is gone was told things all the same. */
    private void requireRecipient(@Nullable String recipient) {
        if (recipient == null || recipient.equals(Entry.PETITIONER) || recipient.startsWith(Entry.ADAPTER)) {
            return;
        }
        Directory organisation = directories.newest();
        if (organisation.post(recipient).isEmpty() && !deliveries.toldAny(recipient)) {
            String example =
                    organisation.posts().keySet().stream().sorted().findFirst().orElse("");
            throw new InvalidRequestException(List.of(new FieldProblem(
                    "recipient", Message.of("field.no-such-post"), Message.of("accepted.recipient", example))));
        }
    }

    private static InvalidRequestException noCursor() {
        return new InvalidRequestException(List.of(new FieldProblem("cursor", "field.invalid", null)));
    }
}
