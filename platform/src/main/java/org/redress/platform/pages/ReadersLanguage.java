package org.redress.platform.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.util.WebUtils;

/** The language that a reader of the pages chose, else the one that the request accepts, else the installation's. */
public final class ReadersLanguage extends AcceptHeaderLocaleResolver {

    static final String COOKIE = "REDRESS_LANGUAGE";
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
                .orElseGet(() -> super.resolveLocale(request));
    }
}
