package org.redress.tools.verifying;

/** The collections with one document for each petition. */
enum Holder {
    /** Receipts given, and the stages the petitioner is shown. */
    INTAKE("intake", "petitions"),
    /** Cases. */
    ROUTING("routing", "cases"),
    /** Contacts and positions. */
    NOTIFICATION("notification", "petitions"),
    /** Facts that are counted. */
    ANALYTICS("analytics", "facts");

    private final String service;
    private final String collection;

    Holder(String service, String collection) {
        this.service = service;
        this.collection = collection;
    }

    /** Name of the service that keeps it, which is also the end of its database's name. */
    String service() {
        return service;
    }

    /** Name of the collection. */
    String collection() {
        return collection;
    }

    /** Name of the collection with what it published. */
    String archive() {
        return collection + "_events";
    }
}
