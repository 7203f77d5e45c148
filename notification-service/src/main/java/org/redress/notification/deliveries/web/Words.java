package org.redress.notification.deliveries.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.notification.notifications.ChannelKind;
import org.redress.notification.notifications.Entry;
import org.redress.notification.notifications.Template;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.InvalidRequestException;
import org.redress.platform.web.Message;

/** Reads the words of a request that stand for states, templates and channels. */
final class Words {

    private Words() {}

    static Entry.@Nullable State state(@Nullable String word) {
        return word == null
                ? null
                : read("state", word, Entry.State.values(), it -> it.name().toLowerCase(Locale.ROOT));
    }

    static @Nullable Template template(@Nullable String word) {
        return word == null ? null : read("template", word, Template.values(), Template::key);
    }

    static @Nullable ChannelKind channel(@Nullable String word) {
        return word == null ? null : read("channel", word, ChannelKind.values(), ChannelKind::key);
    }

    private static <T> T read(String field, String word, T[] all, Function<T, String> name) {
        return Arrays.stream(all)
                .filter(it -> name.apply(it).equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidRequestException(List.of(new FieldProblem(
                        field,
                        Message.of("field.invalid"),
                        Message.of(
                                "accepted.one-of", Arrays.stream(all).map(name).collect(Collectors.joining(", ")))))));
    }
}
