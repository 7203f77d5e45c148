package org.redress.platform.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language that a reader of the pages chose, else the one that the request accepts; where that is none but the
 * installation's, which says little of the reader, the one that the page proposes.
 */
public final class ReadersLanguage extends AcceptHeaderLocaleResolver {

    static final String COOKIE = "REDRESS_LANGUAGE";
    private static final String PROPOSED = ReadersLanguage.class.getName() + ".proposed";

    static final List<Locale> SUPPORTED = List.of(Locale.CHINESE, Locale.ENGLISH);

    /** With the language of whoever asks for none that there is. */
    public ReadersLanguage(Locale otherwise) {
        setSupportedLocales(SUPPORTED);
        setDefaultLocale(otherwise);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        var chosen = WebUtils.getCookie(request, COOKIE);
        return SUPPORTED.stream()
                .filter(locale -> chosen != null && locale.getLanguage().equals(chosen.getValue()))
                .findFirst()
                .orElseGet(() -> accepted(request));
    }

    private Locale accepted(HttpServletRequest request) {
        Locale accepted = super.resolveLocale(request);
        return accepted.equals(getDefaultLocale()) && request.getAttribute(PROPOSED) instanceof Locale proposed
                ? proposed
                : accepted;
    }

    /** Proposes the language of whom a page is for. */
    public static void propose(HttpServletRequest request, @Nullable String language) {
        SUPPORTED.stream()
                .filter(locale -> locale.getLanguage().equals(language))
                .forEach(locale -> request.setAttribute(PROPOSED, locale));
    }
}
