package org.redress.intake.petitions;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a petition came in 信访形式. */
public enum Channel {
    /** 来信. */
    LETTER("letter"),
    /** 来访. */
    VISIT("visit"),
    /** 来电. */
    PHONE("phone"),
    /** 网信, the public form. */
    WEB("web"),
    /** 12345 and other hotlines. */
    HOTLINE("hotline"),
    /** 意见箱. */
    BOX("box"),
    /** 电子邮件. */
    EMAIL("email"),
    /** 微信. */
    WECHAT("wechat"),
    /** 代为反映, by a liaison officer or a committee. */
    ON_BEHALF("on-behalf"),
    /** 上级转交, transferred or assigned by a body above the organisation. */
    FORWARDED("forwarded");

    private final String wireName;

    Channel(String wireName) {
        this.wireName = wireName;
    }

    /** Name in requests and events. */
    public String wireName() {
        return wireName;
    }

    /** The channel with this name. */
    public static Optional<Channel> of(String wireName) {
        return Arrays.stream(values())
                .filter(channel -> channel.wireName.equals(wireName))
                .findFirst();
    }

    /** All names, for a reader. */
    public static String wireNames() {
        return Arrays.stream(values()).map(Channel::wireName).collect(Collectors.joining(", "));
    }
}
