package org.redress.routing.cases;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.routing.procedure.CaseState;

/** What is asked of a list of cases, and what it answers. */
public final class CaseList {

    private CaseList() {}

    /**
     * What to list; whatever is absent does not narrow.
     *
     * @param owners posts one of which owns
     * @param units codes of units one of which has it
     * @param states where the cases may stand
     * @param topics codes of topics
     * @param dueAfter open cases with no limit that is missed up to this moment
     * @param dueBefore open cases with a limit that is missed up to this moment
     * @param number what the petition is called by, here, on its receipt or by an adapter
     * @param ids ids of the petitions
     * @param isOpen true for those alone of which something is owed
     * @param isSupervised true for those alone that are supervised 督办
     * @param waiting those alone that wait for something of a post
     * @param sheets those alone that a body outside sent, whose days the list then goes by in place of the limits of the law
     */
    public record Filter(
            @Nullable Set<String> owners,
            @Nullable Set<String> units,
            @Nullable Set<CaseState> states,
            @Nullable Set<String> topics,
            @Nullable Instant dueAfter,
            @Nullable Instant dueBefore,
            @Nullable String number,
            @Nullable Set<String> ids,
            boolean isOpen,
            boolean isSupervised,
            @Nullable Wait waiting,
            @Nullable Sheets sheets) {

        /**
         * What cases wait for.
         *
         * @param what what
         * @param from from which posts; from any where it is empty
         */
        public record Wait(Waiting what, Set<String> from) {}

        /**
         * Which sheets of bodies outside.
         *
         * @param states where they may stand
         * @param body what the body is called; absent for any
         */
        public record Sheets(
                Set<Sheet.State> states, @Nullable String body) {

            /** Keeps its own copy. */
            public Sheets {
                states = Set.copyOf(states);
            }
        }

        /** Everything. */
        public static final Filter ALL =
                new Filter(null, null, null, null, null, null, null, null, false, false, null, null);

        /** Those of one owner. */
        public static Filter ofOwner(String post) {
            return ALL.of(Set.of(post));
        }

        /** Those of one unit. */
        public static Filter ofUnit(String code) {
            return ALL.in(Set.of(code));
        }

        /** Those of one topic alone. */
        public static Filter ofTopic(String code) {
            return new Filter(null, null, null, Set.of(code), null, null, null, null, false, false, null, null);
        }

        /** Of these, those that one of the posts owns. */
        public Filter of(Set<String> posts) {
            return new Filter(
                    both(owners, posts),
                    units,
                    states,
                    topics,
                    dueAfter,
                    dueBefore,
                    number,
                    ids,
                    isOpen,
                    isSupervised,
                    waiting,
                    sheets);
        }

        /** Of these, those that one of the units has. */
        public Filter in(Set<String> codes) {
            return new Filter(
                    owners,
                    both(units, codes),
                    states,
                    topics,
                    dueAfter,
                    dueBefore,
                    number,
                    ids,
                    isOpen,
                    isSupervised,
                    waiting,
                    sheets);
        }

        /** Of these, those that stand there. */
        public Filter standing(CaseState state) {
            return new Filter(
                    owners,
                    units,
                    both(states, Set.of(state)),
                    topics,
                    dueAfter,
                    dueBefore,
                    number,
                    ids,
                    isOpen,
                    isSupervised,
                    waiting,
                    sheets);
        }

        /** Of these, the open ones whose earliest limit is missed after one moment and up to another. */
        public Filter due(@Nullable Instant after, @Nullable Instant before) {
            return new Filter(
                    owners, units, states, topics, after, before, number, ids, true, isSupervised, waiting, sheets);
        }

        /** Of these, the ones of which something is owed. */
        public Filter open() {
            return new Filter(
                    owners,
                    units,
                    states,
                    topics,
                    dueAfter,
                    dueBefore,
                    number,
                    ids,
                    true,
                    isSupervised,
                    waiting,
                    sheets);
        }

        /** Of these, the open ones that are supervised. */
        public Filter underSupervision() {
            return new Filter(
                    owners, units, states, topics, dueAfter, dueBefore, number, ids, true, true, waiting, sheets);
        }

        /** Of these, the ones that wait for something from one of the posts; from any where there are none. */
        public Filter waitingFor(Waiting what, Set<String> posts) {
            return new Filter(
                    owners,
                    units,
                    states,
                    topics,
                    dueAfter,
                    dueBefore,
                    number,
                    ids,
                    isOpen,
                    isSupervised,
                    new Wait(what, posts),
                    sheets);
        }

        /** Of these, the ones that a body outside sent, by its days. */
        public Filter ofSheets(Set<Sheet.State> standing, @Nullable String body) {
            return new Filter(
                    owners,
                    units,
                    states,
                    topics,
                    dueAfter,
                    dueBefore,
                    number,
                    ids,
                    isOpen,
                    isSupervised,
                    waiting,
                    new Sheets(standing, body));
        }

        /** Of these sheets, the ones on which the body waits for something that is missed after one moment and up to another. */
        public Filter awaited(@Nullable Instant after, @Nullable Instant before) {
            return new Filter(
                    owners, units, states, topics, after, before, number, ids, isOpen, isSupervised, waiting, sheets);
        }

        /** Where a case stands in this list. */
        public Cursor cursor(PetitionCase petitionCase) {
            Instant dueAt = isByTarget() ? petitionCase.targetAt() : petitionCase.dueAt();
            if (sheets != null) {
                dueAt = petitionCase.sheet().map(Sheet::dueAt).orElse(null);
            }
            return new Cursor(dueAt == null ? Instant.EPOCH : dueAt, petitionCase.id());
        }

        /** Of these, the ones of these petitions. */
        public Filter among(Set<String> petitionIds) {
            return new Filter(
                    owners,
                    units,
                    states,
                    topics,
                    dueAfter,
                    dueBefore,
                    number,
                    petitionIds,
                    isOpen,
                    isSupervised,
                    waiting,
                    sheets);
        }

        /** True where the list goes by the days to keep, in place of the limits of the law. */
        boolean isByTarget() {
            return waiting != null && waiting.what() == Waiting.TARGET;
        }

        private static <T> Set<T> both(@Nullable Set<T> some, Set<T> others) {
            return some == null
                    ? others
                    : some.stream().filter(others::contains).collect(Collectors.toSet());
        }
    }

    /**
     * A page of the list in the order of (due moment, id); by the days of the bodies outside where it is of sheets.
     *
     * @param cases the cases
     * @param unreadable how many belong on it and cannot be read by this version of the service
     * @param next where the next page begins; absent on the last
     * @param total number of all, exact up to {@link Cases#COUNTED}, and up to {@link Cases#KEPT_COUNTED} of those that are
     *     kept from somebody
     * @param totalIsMore true when there are more
     */
    public record Page(
            List<PetitionCase> cases,
            int unreadable,
            @Nullable Cursor next,
            long total,
            boolean totalIsMore) {}

    /**
     * As which version a case stands in a list, and nothing of what it holds.
     *
     * @param id its id
     * @param version its version
     */
    public record Version(String id, long version) {}

    /**
     * How many cases there are.
     *
     * @param number exact up to {@link Cases#COUNTED}, and up to {@link Cases#KEPT_COUNTED} of those that are kept from
     *     somebody
     * @param isMore true when there are more
     */
    public record Total(long number, boolean isMore) {}

    /**
     * The case a page ended with.
     *
     * @param dueAt its due moment, or the moment of the day that the list is in the order of
     * @param id its id
     */
    public record Cursor(Instant dueAt, String id) {

        /** As text without meaning for the reader. */
        public String text() {
            String plain = dueAt.toEpochMilli() + ":" + id;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
        }

        /** Reads one; empty when it is none of ours. */
        public static Optional<Cursor> of(String text) {
            try {
                String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(":", 2);
                return Optional.of(new Cursor(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1]));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                return Optional.empty();
            }
        }
    }
}
