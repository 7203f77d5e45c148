package org.redress.intake.petitions;

/** What a petitioner can ask for after the petition was taken. */
public enum RequestKind {
    /** To add to it 补充材料. */
    SUPPLEMENT("supplement", "supplement-taken"),
    /** To withdraw it 撤回. */
    WITHDRAW("withdraw", "withdrawal-taken"),
    /** To have the opinion reviewed 复查, or the review's 复核. */
    ASK_REVIEW("ask-review", "review-request-taken");

    private final String wireName;
    private final String stage;

    RequestKind(String wireName, String stage) {
        this.wireName = wireName;
        this.stage = stage;
    }

    /** Name in events and metrics. */
    public String wireName() {
        return wireName;
    }

    /** Stage the petitioner sees as soon as it is taken. */
    String stage() {
        return stage;
    }
}
