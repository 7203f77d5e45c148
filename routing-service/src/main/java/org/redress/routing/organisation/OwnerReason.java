package org.redress.routing.organisation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a post owns a case, in the names of the organisation's version it was registered with.
 *
 * @param basis what decided
 * @param unit name of the unit whose matter it is
 * @param topic name of the topic of the duty that was found; absent where no duty decided
 * @param topicEnglish the same in English
 * @param holder name of the unit whose duty was found; absent where no duty decided
 * @param unknownUnit what the petition named as its unit although no such unit exists
 * @param share how it was chosen among equals; absent where one post has the duty alone
 */
public record OwnerReason(
        Basis basis,
        String unit,
        @Nullable String topic,
        @Nullable String topicEnglish,
        @Nullable String holder,
        @Nullable String unknownUnit,
        @Nullable Share share) {

    /**
     * How a post was chosen among equals.
     *
     * @param posts number of posts that share the duty, at least 2
     * @param open number of open cases the post had, of those that everybody in the line may know of
     */
    public record Share(int posts, long open) {}

    /** A reason that needs no more words than the unit's name. */
    static OwnerReason of(Basis basis, String unit) {
        return new OwnerReason(basis, unit, null, null, null, null, null);
    }

    /** The same for a post that was chosen among equals. */
    OwnerReason among(int posts, long open) {
        return new OwnerReason(basis, unit, topic, topicEnglish, holder, unknownUnit, new Share(posts, open));
    }

    /** What can decide about an owner. */
    public enum Basis {
        /** The responsibility net. */
        NET,
        /** No topic was found: the petition office keeps it until someone decides. */
        NO_TOPIC,
        /** It thanks somebody: the petition office files it. */
        THANKS,
        /** The petition named a unit that does not exist: the root's petition office keeps it. */
        UNKNOWN_UNIT,
        /** It is for the discipline desk. */
        DISCIPLINE,
        /** The units dispute whose it is: their common superior's petition office holds it (Reg. 24). */
        COMMON_SUPERIOR,
        /** It came back a second time, which goes up: the common superior's petition office takes it. */
        RETURNED_TWICE,
        /** One level up reviews it. */
        REVIEW,
        /** Nobody is above: a body outside the organisation reviews it, and a post here keeps the file. */
        OUTSIDE_BODY,
        /** It is about somebody: one level above them holds it (Reg. 30). */
        GUARDED,
        /** It is about who heads everything: a body outside the organisation handles it, and the discipline desk holds it. */
        GUARDED_OUTSIDE,
        /** It is about everybody who could hold it: nobody does, until the outside body is given it or the posts change. */
        NOBODY_LEFT,
        /** Who answered for it stepped out (Reg. 28). */
        RECUSED,
        /** An officer gave it to this post. */
        REASSIGNED
    }

    /** The reason in one sentence, Chinese for {@code zh}, otherwise English. */
    public String text(Locale locale) {
        return Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? chinese() : english();
    }

    private String chinese() {
        return switch (basis) {
            case NET ->
                "因为责任网中“" + topic + "”由该岗位负责（" + holder + (unit.equals(holder) ? "" : "，" + unit + "沿用上级责任") + "）"
                        + (share == null
                                ? "。"
                                : "，该责任由" + share.posts() + "个岗位共同承担，由可承办者中在办件最少者（" + share.open() + "件）承办。");
            case NO_TOPIC -> "因为未识别出分类，由" + unit + "的信访岗位保管，待研判。";
            case THANKS -> "因为是表扬件，由" + unit + "的信访岗位存档，不设期限。";
            case UNKNOWN_UNIT -> "因为所写单位“" + unknownUnit + "”不在组织机构中，由" + unit + "的信访岗位保管，待研判。";
            case COMMON_SUPERIOR -> "因为有关单位对管辖有争议，由共同上级" + unit + "的信访岗位决定（《信访工作条例》第二十四条）。";
            case RETURNED_TWICE -> "因为该事项被第二次退回，按推诿处理，由共同上级" + unit + "的信访岗位接办。";
            case REVIEW -> "因为信访人申请复查、复核，由上级" + unit + "中此前未经办的岗位办理（《信访工作条例》第三十五、三十六条）。";
            case OUTSIDE_BODY -> "因为" + unit + "没有上级单位，由" + holder + "复查、复核，该岗位代管材料。";
            case GUARDED -> "因为所反映的内容涉及有关人员，由其上一级" + unit + "办理（《信访工作条例》第三十条）。";
            case GUARDED_OUTSIDE -> "因为所反映的内容涉及主要负责人，由" + holder + "办理，" + unit + "代为转交和保管。";
            case NOBODY_LEFT -> "因为能够办理的岗位都应当回避，须由" + holder + "办理，" + unit + "内无人可以接触。";
            case RECUSED -> "因为原承办人回避，由该岗位承办（" + unit + "，《信访工作条例》第二十八条）。";
            case REASSIGNED -> "因为经人工改派由该岗位承办（" + unit + "）。";
            case DISCIPLINE -> "因为检举控告类事项由" + unit + "按有关规定办理（《信访工作条例》第三十条）。";
        };
    }

    private String english() {
        return switch (basis) {
            case NET ->
                "Because in the responsibility net this post answers for \"" + topicEnglish + "\" in " + holder
                        + (unit.equals(holder) ? "" : ", whose duty " + unit + " takes over")
                        + (share == null
                                ? "."
                                : ", among " + share.posts()
                                        + " equals: of those who can take it, the one with the fewest open" + " cases ("
                                        + share.open() + ").");
            case NO_TOPIC ->
                "Because no topic was found: the petition office of " + unit + " keeps it until someone decides.";
            case THANKS ->
                "Because it thanks somebody: the petition office of " + unit + " files it, and no limit runs.";
            case UNKNOWN_UNIT ->
                "Because the unit named, \"" + unknownUnit + "\", does not exist: the petition office of " + unit
                        + " keeps it until someone decides.";
            case COMMON_SUPERIOR ->
                "Because units dispute whose it is: the petition office of " + unit
                        + ", their common superior, decides (Reg. 24).";
            case RETURNED_TWICE ->
                "Because it came back a second time, which goes up: the petition office of " + unit + " takes it.";
            case REVIEW ->
                "Because the petitioner asked for a review: this post in " + unit
                        + ", further up, which had nothing to do with it before, sees to it (Reg. 35, 36).";
            case OUTSIDE_BODY ->
                "Because nobody is above " + unit + ": " + holder + " reviews it, and this post keeps the file.";
            case GUARDED -> "Because it concerns people there: " + unit + ", one level above them, holds it (Reg. 30).";
            case GUARDED_OUTSIDE ->
                "Because it concerns who heads everything: " + holder + " handles it, and " + unit
                        + " passes it on and keeps the file.";
            case NOBODY_LEFT ->
                "Because everybody who could handle it is kept from it: it is for " + holder + ", and nobody in " + unit
                        + " may know of it.";
            case RECUSED -> "Because who answered for it stepped out (" + unit + ", Reg. 28).";
            case REASSIGNED -> "Because an officer gave it to this post (" + unit + ").";
            case DISCIPLINE ->
                "Because reports against people are handled by " + unit + " under its own rules (Reg. 30).";
        };
    }
}
