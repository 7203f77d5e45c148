package org.redress.routing.cases;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
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
     * @param order in which order
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
            @Nullable Sheets sheets,
            Order order) {

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
                new Filter(null, null, null, null, null, null, null, null, false, false, null, null, Order.NEXT_UP);

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
            return ALL.but(copy -> copy.topics = Set.of(code));
        }

        /** Of these, those that one of the posts owns. */
        public Filter of(Set<String> posts) {
            return but(copy -> copy.owners = both(owners, posts));
        }

        /** Of these, those that one of the units has. */
        public Filter in(Set<String> codes) {
            return but(copy -> copy.units = both(units, codes));
        }

        /** Of these, those that stand there. */
        public Filter standing(CaseState state) {
            return but(copy -> copy.states = both(states, Set.of(state)));
        }

        /** Of these, the open ones whose earliest limit is missed after one moment and up to another. */
        public Filter due(@Nullable Instant after, @Nullable Instant before) {
            return but(copy -> {
                copy.dueAfter = after;
                copy.dueBefore = before;
                copy.isOpen = true;
            });
        }

        /** Of these, the ones of which something is owed. */
        public Filter open() {
            return but(copy -> copy.isOpen = true);
        }

        /** Of these, the open ones that are supervised. */
        public Filter underSupervision() {
            return but(copy -> {
                copy.isOpen = true;
                copy.isSupervised = true;
            });
        }

        /** Of these, the ones that wait for something from one of the posts; from any where there are none. */
        public Filter waitingFor(Waiting what, Set<String> posts) {
            return but(copy -> copy.waiting = new Wait(what, posts));
        }

        /** Of these, the ones that a body outside sent, by its days. */
        public Filter ofSheets(Set<Sheet.State> standing, @Nullable String body) {
            return but(copy -> copy.sheets = new Sheets(standing, body));
        }

        /** Of these sheets, the ones on which the body waits for something that is missed after one moment and up to another. */
        public Filter awaited(@Nullable Instant after, @Nullable Instant before) {
            return but(copy -> {
                copy.dueAfter = after;
                copy.dueBefore = before;
            });
        }

        /** The same in another order. */
        public Filter ordered(Order other) {
            return but(copy -> copy.order = other);
        }

        /** Where a case stands in this list. */
        public Cursor cursor(PetitionCase petitionCase) {
            String id = petitionCase.id();
            return switch (order.column()) {
                case DUE -> Cursor.at(due(petitionCase), id);
                case CHANGED -> Cursor.at(petitionCase.changedAt(), id);
                case NUMBER -> new Cursor(PetitionCase.numberOf(id), id);
                case HEADING -> new Cursor(petitionCase.headed(), id);
                case UNIT -> new Cursor(petitionCase.assignment().unit(), id);
                case OWNER -> new Cursor(petitionCase.assignment().owner(), id);
                case STATE -> new Cursor(petitionCase.state().name(), id);
            };
        }

        private @Nullable Instant due(PetitionCase petitionCase) {
            if (sheets != null) {
                return petitionCase.sheet().map(Sheet::dueAt).orElse(null);
            }
            return isByTarget() ? petitionCase.targetAt() : petitionCase.dueAt();
        }

        /** Of these, the ones of these petitions. */
        public Filter among(Set<String> petitionIds) {
            return but(copy -> copy.ids = petitionIds);
        }

        /** The same but for what is changed in a copy. */
        private Filter but(Consumer<Copy> change) {
            Copy copy = new Copy(this);
            change.accept(copy);
            return copy.filter();
        }

        /** A filter that is being changed. */
        private static final class Copy {

            private @Nullable Set<String> owners;
            private @Nullable Set<String> units;
            private @Nullable Set<CaseState> states;
            private @Nullable Set<String> topics;
            private @Nullable Instant dueAfter;
            private @Nullable Instant dueBefore;
            private @Nullable String number;
            private @Nullable Set<String> ids;
            private boolean isOpen;
            private boolean isSupervised;
            private @Nullable Wait waiting;
            private @Nullable Sheets sheets;
            private Order order;

            Copy(Filter of) {
                this.owners = of.owners;
                this.units = of.units;
                this.states = of.states;
                this.topics = of.topics;
                this.dueAfter = of.dueAfter;
                this.dueBefore = of.dueBefore;
                this.number = of.number;
                this.ids = of.ids;
                this.isOpen = of.isOpen;
                this.isSupervised = of.isSupervised;
                this.waiting = of.waiting;
                this.sheets = of.sheets;
                this.order = of.order;
            }

            Filter filter() {
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
                        sheets,
                        order);
            }
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

    /** What a list can be sorted by. */
    public enum Column {
        /** The limit that ends first, or the day that the list goes by in its place. */
        DUE,
        /** The number people call it by. */
        NUMBER,
        /** The heading as an officer wrote it, and until then the topic. */
        HEADING,
        /** The code of the unit. */
        UNIT,
        /** The post that owns. */
        OWNER,
        /** Where it stands, by its name. */
        STATE,
        /** When something happened last. */
        CHANGED;

        /** True where it goes by moments. */
        boolean isMoment() {
            return this == DUE || this == CHANGED;
        }
    }

    /**
     * In which order cases are listed; those that are alike by their ids.
     *
     * @param column by what
     * @param descending true from the last on
     */
    public record Order(Column column, boolean descending) {

        /** What has to be done first comes first. */
        public static final Order NEXT_UP = new Order(Column.DUE, false);
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
     * @param value what the list is sorted by; of a moment its milliseconds
     * @param id its id
     */
    public record Cursor(String value, String id) {

        private static final Pattern MOMENT = Pattern.compile("-?\\d{1,18}");

        static Cursor at(@Nullable Instant moment, String id) {
            return new Cursor(Long.toString(moment == null ? 0 : moment.toEpochMilli()), id);
        }

        /** As text without meaning for the reader. */
        public String text() {
            String plain = id + ":" + value;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
        }

        /** Reads one of a list in some order; empty when it is none of ours. */
        public static Optional<Cursor> of(String text, Order order) {
            try {
                String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(":", 2);
                return Optional.of(new Cursor(parts[1], parts[0]))
                        .filter(cursor -> !order.column().isMoment()
                                || MOMENT.matcher(cursor.value()).matches());
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                return Optional.empty();
            }
        }
    }
}
