package org.redress.routing.cases.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.InvalidRequestException;
import org.redress.routing.cases.Caller;
import org.redress.routing.cases.CaseList;
import org.redress.routing.cases.Cases;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.cases.web.DutyLists.Asked;
import org.redress.routing.configuration.Names;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Leads from case to case of a list, by the place where a case stood in it when it was opened from there. */
@Component
class ListWalk {

    private final Cases cases;
    private final DutyLists lists;
    private final MessageSource messages;

    ListWalk(Cases cases, DutyLists lists, MessageSource messages) {
        this.cases = cases;
        this.lists = lists;
        this.messages = messages;
    }

    /** Where to go once an order was taken. */
    enum Then {
        /** The same case. */
        STAY,
        /** The next case of the list. */
        NEXT,
        /** The list. */
        BACK
    }

    /**
     * How somebody came to a case.
     *
     * @param from what asks for the list, as in its address; blank for who came otherwise
     * @param place where the case stood in it
     * @param then where to go once an order was taken
     */
    record Visit(String from, String place, Then then) {

        /** True for who came from a list. */
        public boolean isFromList() {
            return !from.isEmpty() && !place.isEmpty();
        }

        /** The address of a case, with the way back to the list. */
        String address(String petitionId) {
            UriComponentsBuilder address = UriComponentsBuilder.fromPath("/cases/{id}");
            return isFromList()
                    ? address.queryParam("from", "{from}")
                            .queryParam("place", "{place}")
                            .encode()
                            .buildAndExpand(petitionId, from, place)
                            .toUriString()
                    : address.encode().buildAndExpand(petitionId).toUriString();
        }
    }

    /**
     * What the page of a case leads to.
     *
     * @param name what the list is called
     * @param back address of the list
     * @param next address of the case that follows in it; absent at its end
     */
    record Way(String name, String back, @Nullable String next) {}

    /** What stands around a case in the list it was opened from; empty for who came otherwise, or from what is no list any more. */
    Optional<Way> around(String petitionId, Visit visit, Caller reader, Locale locale) {
        if (!visit.isFromList()) {
            return Optional.empty();
        }
        try {
            Asked asked = lists.asked(parameters(visit.from()), reader);
            String name = messages.getMessage("cases.scope." + Names.of(asked.scope()), null, locale);
            return Optional.of(new Way(name, asked.with("cursor", ""), next(petitionId, asked, visit, reader)));
        } catch (InvalidRequestException e) {
            return Optional.empty();
        }
    }

    private @Nullable String next(String petitionId, Asked asked, Visit visit, Caller reader) {
        CaseList.Filter filter = lists.filter(asked, reader);
        List<PetitionCase> after = cases.list(filter, lists.cursor(visit.place(), asked), 2, reader)
                .cases();
        return after.stream()
                .filter(each -> !each.id().equals(petitionId))
                .findFirst()
                .map(each -> new Visit(visit.from(), filter.cursor(each).text(), visit.then()).address(each.id()))
                .orElse(null);
    }

    /** Where to go once an order was taken on a case. */
    String after(String petitionId, Visit visit, Caller reader, Locale locale) {
        boolean sees = cases.find(petitionId, reader).isPresent();
        String stay = sees ? visit.address(petitionId) : "/cases";
        return around(petitionId, visit, reader, locale)
                .map(way -> switch (visit.then()) {
                    case STAY -> sees ? stay : way.back();
                    case NEXT -> way.next() == null ? way.back() : way.next();
                    case BACK -> way.back();
                })
                .orElse(stay);
    }

    /** The parameters of a query, as they stand in an address. */
    static MultiValueMap<String, String> parameters(String query) {
        MultiValueMap<String, String> decoded = new LinkedMultiValueMap<>();
        UriComponentsBuilder.fromUriString("/cases?" + query)
                .build()
                .getQueryParams()
                .forEach((name, values) -> values.forEach(value ->
                        decoded.add(name, value == null ? "" : UriUtils.decode(value, StandardCharsets.UTF_8))));
        return decoded;
    }
}
