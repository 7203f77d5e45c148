package org.redress.platform.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Sentences for readers: the service's own bundle first, then the platform's. */
final class Messages {

    private final MessageSource service;
    private final ResourceBundleMessageSource platform = new ResourceBundleMessageSource();

    Messages(MessageSource service) {
        this.service = service;
        platform.setBasename("org.redress.platform.web.problems");
        platform.setDefaultEncoding("UTF-8");
        platform.setFallbackToSystemLocale(false);
    }

    String text(Message message, Locale locale) {
        String own = service.getMessage(message.code(), message.getArguments(), null, locale);
        return own == null ? platform.getMessage(message, locale) : own;
    }

    @Nullable
    String textOrNull(@Nullable Message message, Locale locale) {
        return message == null ? null : text(message, locale);
    }
}
