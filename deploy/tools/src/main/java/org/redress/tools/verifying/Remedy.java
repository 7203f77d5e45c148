package org.redress.tools.verifying;

/** What mends a difference. */
sealed interface Remedy {

    /** The sentence for the operator. */
    String sentence();

    /**
     * The consumer has the producer send again what it has not applied.
     *
     * @param family whose ids it is about
     * @param consumption who lacks what
     * @param id the aggregate
     * @param key key of its events: the petition, or the aggregate where there is no petition
     */
    record Redrive(Family family, Consumption consumption, String id, String key) implements Remedy {

        String service() {
            return consumption.consumer().service();
        }

        @Override
        public String sentence() {
            return "verify --heal has it sent again";
        }
    }

    /** Analytics sets its volumes right by its facts. */
    record Recount() implements Remedy {

        @Override
        public String sentence() {
            return "verify --heal counts again";
        }
    }

    /**
     * Nothing that a tool could do.
     *
     * @param sentence what a person can do
     */
    record ByHand(String sentence) implements Remedy {

        /** For a document that no event makes again. */
        static ByHand restore(Holder holder) {
            return new ByHand("restore it in " + holder.collection() + " of the database of " + holder.service()
                    + " from a backup, no event makes it again");
        }

        /** For a consumer that has applied more than there is. */
        static ByHand ahead(Holder producer) {
            return new ByHand(producer.service() + " was set back, as by a backup: run restored " + producer.service());
        }

        /** For events nobody holds any more. */
        static ByHand lostEvents(Holder producer) {
            return new ByHand("restore them in " + producer.archive() + " of the database of " + producer.service()
                    + " from a backup, nobody else keeps them");
        }

        /** For a consumer that could not apply an event. */
        static ByHand parked(String id) {
            return new ByHand("redrive " + id + " once the cause that parked tells is mended");
        }

        /** For a plan that is gone. */
        static ByHand noPlan() {
            return new ByHand("restore it from a backup or tell whom it concerns, no message is sent a second time");
        }
    }
}
