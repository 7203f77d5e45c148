package org.redress.notification.deliveries.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.notification.deliveries.Caller;
import org.redress.notification.deliveries.Cursor;
import org.redress.notification.deliveries.Deliveries;
import org.redress.notification.deliveries.Delivery;
import org.redress.notification.deliveries.Search;
import org.redress.notification.notifications.Template;
import org.redress.platform.organisation.Directories;
import org.redress.platform.organisation.Directory;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.InvalidRequestException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What an officer was told, in each post they hold, the newest first; each line leads to its case. */
@Controller
class InboxPage {

    private static final int SIZE = 50;
    private static final int TOLD_APART_BY = 8;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Deliveries deliveries;
    private final Directories directories;
    private final MessageSource messages;
    private final ZoneId zone;
    private final String workbench;
    private final String dashboard;

    InboxPage(
            Deliveries deliveries,
            Directories directories,
            MessageSource messages,
            ZoneId zone,
            @Value("${redress.urls.routing}") String workbench,
            @Value("${redress.urls.analytics}") String dashboard) {
        this.deliveries = deliveries;
        this.directories = directories;
        this.messages = messages;
        this.zone = zone;
        this.workbench = workbench;
        this.dashboard = dashboard;
    }

    /**
     * A line.
     *
     * @param at when it was planned
     * @param what what was told
     * @param number end of the petition's id; absent for what tells of several
     * @param address the case, or the page that a matter is on; absent where there is neither
     * @param post title of the post it went to
     * @param unit name of that post's unit; absent for a post that is not there
     * @param state what became of the message
     * @param urgent true for a limit that was missed
     */
    record Line(
            String at,
            String what,
            @Nullable String number,
            @Nullable String address,
            String post,
            @Nullable String unit,
            String state,
            boolean urgent) {}

    @GetMapping("/inbox")
    @PreAuthorize("hasRole('officer')")
    String inbox(
            @RequestParam(required = false) @Nullable String cursor, Authentication who, Locale locale, Model model) {
        Directory directory = directories.newest();
        Map<String, Instant> posts = directory.postsSince(who.getName());
        Caller reader = new Caller.Officer(posts);
        Search search = new Search(null, null, null, null, null);
        Deliveries.Page page = deliveries.find(search, reader, after(cursor), SIZE);
        int counted = deliveries.count(search, reader);
        model.addAttribute(
                "lines",
                page.items().stream().map(each -> line(each, directory, locale)).toList());
        model.addAttribute("total", Math.min(counted, Deliveries.COUNTED));
        model.addAttribute("more", counted > Deliveries.COUNTED);
        model.addAttribute("later", cursor != null);
        model.addAttribute("next", page.next() == null ? null : page.next().text());
        return "notification/inbox";
    }

    private static @Nullable Cursor after(@Nullable String cursor) {
        return cursor == null
                ? null
                : Cursor.parse(cursor)
                        .orElseThrow(() -> new InvalidRequestException(
                                List.of(new FieldProblem("cursor", "field.invalid", null))));
    }

    private Line line(Delivery told, Directory directory, Locale locale) {
        String petition = told.petitionId();
        return new Line(
                told.plannedAt().atZone(zone).format(MOMENT),
                what(told, locale),
                petition == null ? null : petition.substring(Math.max(0, petition.length() - TOLD_APART_BY)),
                petition == null ? page(told.template()) : workbench + "/cases/" + petition,
                directory.postTitle(told.recipient(), locale),
                directory
                        .post(told.recipient())
                        .map(post -> directory.unitName(post.unit(), locale))
                        .orElse(null),
                word("delivery", told.state(), locale),
                told.template().equals("due") || told.template().equals("escalated"));
    }

    /** What was told, and of which step where that has a name here. */
    private String what(Delivery told, Locale locale) {
        String what = word("template", told.template(), locale);
        String step = told.step() == null ? "" : messages.getMessage("step." + told.step(), null, "", locale);
        return step == null || step.isEmpty() ? what : what + " · " + step;
    }

    private @Nullable String page(String template) {
        boolean ofMatter = Arrays.stream(Template.values())
                .anyMatch(each -> each.ofMatter() && each.key().equals(template));
        return ofMatter ? dashboard + "/hotspots" : null;
    }

    private String word(String kind, String value, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(kind + "." + value, null, value, locale));
    }
}
