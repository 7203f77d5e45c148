package org.redress.platform.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.HierarchicalMessageSource;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Sentences for readers: the service's own bundle first, then the platform's, which also pages are written from. */
final class Messages {

    private final MessageSource sentences;

    Messages(MessageSource service) {
        this.sentences = service;
        if (service instanceof HierarchicalMessageSource own && own.getParentMessageSource() == null) {
            own.setParentMessageSource(platform());
        }
    }

    String text(Message message, Locale locale) {
        return sentences.getMessage(message, locale);
    }

    @Nullable
    String textOrNull(@Nullable Message message, Locale locale) {
        return message == null ? null : text(message, locale);
    }

    private static MessageSource platform() {
        ResourceBundleMessageSource platform = new ResourceBundleMessageSource();
        platform.setBasenames(
                "org.redress.platform.web.problems", "org.redress.platform.pages.pages", "org.redress.contracts.words");
        platform.setDefaultEncoding("UTF-8");
        platform.setFallbackToSystemLocale(false);
        return platform;
    }
}
