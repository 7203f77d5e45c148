package org.redress.routing.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.routing.Tokens.officer;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.routing.cases.Caller.Role;
import org.redress.routing.cases.CaseList.Column;
import org.redress.routing.cases.CaseList.Order;
import org.redress.routing.procedure.Command;
import org.redress.routing.procedure.Step;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** Lists in the order of a column, page by page. */
class SortedListsTest extends RunningRouting {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseCommands commands;

    @Test
    void goesThroughEachOrderFromBothEndsWithoutLeavingOutOrRepeatingACase() {
        List<String> ids =
                List.of(submitted("plant-1", "拖欠工资"), submitted("plant-1", "食堂"), submitted("plant-1-foundry", "工伤"));
        take(ids.get(0), new Command.SetHeading("反映工资问题"));
        take(ids.get(1), new Command.Plain(Step.COMMENT));
        for (Caller reader : List.of(
                new Caller("watcher", Set.of(Role.SUPERVISOR)), new Caller("zhao.gang", Set.of(Role.OFFICER)))) {
            for (Column column : Column.values()) {
                List<PetitionCase> up = all(ids, new Order(column, false), reader);
                List<PetitionCase> down = all(ids, new Order(column, true), reader);

                assertThat(up)
                        .as(column.toString())
                        .extracting(PetitionCase::id)
                        .containsExactlyInAnyOrderElementsOf(ids);
                assertThat(up)
                        .isSortedAccordingTo((one, other) ->
                                value(column).apply(one).compareTo(value(column).apply(other)));
                assertThat(down)
                        .extracting(PetitionCase::id)
                        .containsExactlyElementsOf(
                                up.reversed().stream().map(PetitionCase::id).toList());
            }
        }
    }

    @Test
    void saysByWhatAListIsSortedAndKeepsItInItsLinks() throws Exception {
        String id = submitted("plant-1", "拖欠工资");

        String plain = page("/cases?scope=all&number=" + id);
        String sorted = page("/cases?scope=all&number=" + id + "&sort=changed");

        assertThat(plain)
                .containsPattern("aria-sort=\"ascending\"><a href=\"[^\"]*sort=-due\"")
                .contains("最先到期的排在最前");
        assertThat(sorted)
                .containsPattern("aria-sort=\"ascending\"><a href=\"[^\"]*sort=-changed\"")
                .contains("name=\"sort\" value=\"changed\"")
                .containsPattern("href=\"/cases/" + id + "\\?from=[^\"]*sort%3Dchanged")
                .doesNotContain("sort=-due");
        assertThat(mvc.perform(get("/cases?scope=all&sort=colour")
                                .accept(MediaType.TEXT_HTML)
                                .locale(Locale.CHINESE)
                                .with(officer("li.wei")))
                        .andExpect(status().isBadRequest())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("排序：", "-changed");
    }

    private static Function<PetitionCase, String> value(Column column) {
        return found -> switch (column) {
            case DUE -> found.dueAt().toString();
            case NUMBER -> PetitionCase.numberOf(found.id());
            case HEADING -> found.headed();
            case UNIT -> found.assignment().unit();
            case OWNER -> found.assignment().owner();
            case STATE -> found.state().name();
            case CHANGED -> found.changedAt().toString();
        };
    }

    private List<PetitionCase> all(List<String> ids, Order order, Caller reader) {
        CaseList.Filter filter = CaseList.Filter.ALL.among(Set.copyOf(ids)).ordered(order);
        List<PetitionCase> all = new ArrayList<>();
        CaseList.Cursor next = null;
        do {
            CaseList.Page page = cases.list(filter, next, 1, reader);
            assertThat(cases.versions(filter, next, 1, reader))
                    .extracting(CaseList.Version::id)
                    .containsExactlyElementsOf(
                            page.cases().stream().map(PetitionCase::id).toList());
            all.addAll(page.cases());
            next = page.next();
            assertThat(next == null || filter.cursor(page.cases().getLast()).equals(next))
                    .isTrue();
            next = next == null ? null : CaseList.Cursor.of(next.text(), order).orElseThrow();
        } while (next != null && all.size() <= ids.size());
        return all;
    }

    private void take(String id, Command command) {
        commands.take(
                new CaseCommands.Target(id, store.find(id).orElseThrow().version(), null),
                command,
                command.step() == Step.COMMENT ? new CaseCommands.Words(CaseText.Kind.NOTE, "已电话联系") : null,
                SampleCases.LI_WEI);
    }

    private String submitted(String unit, String subject) {
        PetitionSubmitted petition = intake().appeal(unit, subject, subject, Instant.now());
        intake().send(petition);
        String id = petition.head().aggregateId();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> store.find(id).filter(PetitionCase::isRegistered).isPresent());
        return id;
    }

    private String page(String address) throws Exception {
        return mvc.perform(get(URI.create(address))
                        .accept(MediaType.TEXT_HTML)
                        .locale(Locale.CHINESE)
                        .with(officer("li.wei")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
