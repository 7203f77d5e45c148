package org.redress.routing.cases.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.routing.cases.Caller;
import org.redress.routing.cases.Caller.Role;
import org.redress.routing.cases.CaseList;
import org.redress.routing.cases.web.DutyLists.Asked;
import org.redress.routing.cases.web.DutyLists.Scope;
import org.redress.routing.configuration.Names;
import org.springframework.stereotype.Component;

/** The tabs above a list: one for each list that the reader may have something in, with its number. */
@Component
class ListTabs {

    private static final Set<Scope> ALWAYS =
            EnumSet.of(Scope.MINE, Scope.UNIT, Scope.SOON, Scope.LATE, Scope.SHEETS, Scope.ALL);

    private final DutyLists lists;
    private final MatterLists matters;

    ListTabs(DutyLists lists, MatterLists matters) {
        this.lists = lists;
        this.matters = matters;
    }

    /**
     * A list with its number that leads to it.
     *
     * @param name its key in the messages
     * @param total how many there are
     * @param here true for the one shown
     * @param address where it is
     * @param always true for a list that is offered in the row even where it holds nothing
     */
    record Tab(String name, CaseList.Total total, boolean here, String address, boolean always) {

        /** True for a list that holds nothing now, which stands behind the others. */
        public boolean isFolded() {
            return !always && !here && total.number() == 0;
        }
    }

    /** With the filters that are set: each number is that of the list it leads to. */
    List<Tab> of(Asked asked, CaseList.Total shown, Caller reader) {
        return Stream.concat(cases(asked, asked.scope(), shown, reader), matters(null, reader))
                .toList();
    }

    /** Above the matters. */
    List<Tab> ofMatters(MatterLists.Found found, Caller reader) {
        Asked all = Asked.of(Scope.ALL);
        return Stream.concat(cases(all, null, found.total(), reader), matters(found.total(), reader))
                .toList();
    }

    private Stream<Tab> cases(Asked asked, @Nullable Scope here, CaseList.Total shown, Caller reader) {
        return lists.offered(reader).stream().map(scope -> {
            Asked other = asked.in(scope);
            return new Tab(
                    "cases.scope." + Names.of(scope),
                    scope == here ? shown : lists.count(other, reader),
                    scope == here,
                    other.with("cursor", ""),
                    ALWAYS.contains(scope));
        });
    }

    private Stream<Tab> matters(CaseList.@Nullable Total shown, Caller reader) {
        return reader.is(Role.OFFICER, Role.SUPERVISOR)
                ? Stream.of(new Tab(
                        "cases.scope.matters",
                        shown == null ? matters.of(reader).total() : shown,
                        shown != null,
                        "/matters",
                        true))
                : Stream.empty();
    }
}
