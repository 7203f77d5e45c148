package org.redress.routing.cases;

import java.util.Collection;
import java.util.regex.Pattern;
import org.redress.routing.configuration.Names;
import org.springframework.data.mongodb.core.query.Criteria;

/** What a case waits for from a post, beside its owner's steps; each is a list of its own. */
public enum Waiting {
    /** An instruction 批示 on a proposal. */
    INSTRUCTION,
    /** A decision on an extension 申请延期 that was asked for. */
    EXTENSION,
    /** A part 协办 that was asked for. */
    PART,
    /** What its holder is to do by a day that is no limit of the law 限时事项. */
    TARGET,
    /** That somebody files thanks 表扬. */
    THANKS,
    /** A call-back 回访 after the answer. */
    CALL_BACK,
    /** The attention of the leader who took it in charge 包案. */
    CHARGE,
    /** That one of the named gets in touch with its petitioner; kept by the officer, since a deputy does not stand in. */
    NAMED;

    /** Where a case keeps what it waits for, as this and the post. */
    static final String FIELD = "waits";

    String of(String post) {
        return Names.of(this) + ":" + post;
    }

    /** Of one of the posts; of any post where none is given. */
    Criteria from(Collection<String> posts) {
        Criteria waits = Criteria.where(FIELD);
        return posts.isEmpty()
                ? waits.regex("^" + Pattern.quote(of("")))
                : waits.in(posts.stream().map(this::of).toList());
    }
}
