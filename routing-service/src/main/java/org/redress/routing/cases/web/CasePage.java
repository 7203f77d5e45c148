package org.redress.routing.cases.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.routing.cases.CaseList;

/**
 * A page of cases.
 *
 * @param items the cases, the most urgent first
 * @param next pass it as {@code cursor} for the next page; null at the end
 * @param total how many there are, exact up to 10,000, and up to 500 of those that are kept from somebody
 * @param totalIsMore true when there are more than {@code total}; absent otherwise
 * @param unreadable how many belong on this page and cannot be read by this version of the service; absent when none
 */
record CasePage(
        List<CaseView> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next,
        long total,
        @Nullable Boolean totalIsMore,
        @Nullable Integer unreadable) {

    static CasePage of(CaseList.Page page, List<CaseView> items) {
        CaseList.Cursor next = page.next();
        return new CasePage(
                items,
                next == null ? null : next.text(),
                page.total(),
                page.totalIsMore() ? Boolean.TRUE : null,
                page.unreadable() == 0 ? null : page.unreadable());
    }
}
