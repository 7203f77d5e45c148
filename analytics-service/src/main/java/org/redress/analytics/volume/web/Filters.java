package org.redress.analytics.volume.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.redress.platform.organisation.Directories;
import org.redress.platform.organisation.Directory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the pages of figures are narrowed down by: units and topics, to choose from and in words. */
@Component
public class Filters {

    private final Directories directories;
    private final MessageSource words;

    Filters(Directories directories, MessageSource words) {
        this.directories = directories;
        this.words = words;
    }

    /** A value to choose and its name. */
    public record Option(String value, String name) {}

    /** All units. */
    public List<Option> units(Locale locale) {
        return directories.newest().unitNames().entrySet().stream()
                .map(unit -> new Option(unit.getKey(), unit.getValue().in(locale)))
                .toList();
    }

    /** All topics, each set in by its level. */
    public List<Option> topics(Locale locale) {
        Directory directory = directories.newest();
        return directory.topics().values().stream()
                .map(topic -> new Option(
                        topic.code(),
                        "\u3000".repeat(directory.levelOf(topic) - 1)
                                + topic.called().in(locale)))
                .toList();
    }

    /** What figures are over, in words; an empty unit or topic stands for all. */
    public String over(String unit, String topic, Locale locale) {
        Directory directory = directories.newest();
        String of = unit.isEmpty()
                ? Objects.requireNonNull(words.getMessage("figures.all-units", null, locale))
                : directory.unitName(unit, locale);
        return topic.isEmpty() ? of : of + " · " + directory.topicName(topic, locale);
    }
}
