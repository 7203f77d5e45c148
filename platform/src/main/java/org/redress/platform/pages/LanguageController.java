package org.redress.platform.pages;

import java.time.Duration;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps the language that a reader chooses, in a cookie that says nothing else, and leads back to the page. */
@Controller
class LanguageController {

    private static final Duration A_YEAR = Duration.ofDays(365);

    private final boolean secure;

    LanguageController(boolean secure) {
        this.secure = secure;
    }

    @GetMapping("/language/{language}")
    ResponseEntity<Void> choose(@PathVariable Locale language, @RequestParam(defaultValue = "/") String back) {
        ResponseEntity.HeadersBuilder<?> answer =
                ResponseEntity.status(HttpStatus.SEE_OTHER).header(HttpHeaders.LOCATION, isOurs(back) ? back : "/");
        return ReadersLanguage.SUPPORTED.contains(language)
                ? answer.header(HttpHeaders.SET_COOKIE, cookie(language)).build()
                : answer.build();
    }

    private String cookie(Locale language) {
        return ResponseCookie.from(ReadersLanguage.COOKIE, language.getLanguage())
                .path("/")
                .maxAge(A_YEAR)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .build()
                .toString();
    }

    /** A path of this service: no other host, however browsers read slashes. */
    private static boolean isOurs(String back) {
        return back.matches("/[\\x21-\\x5b\\x5d-\\x7e]*") && !back.startsWith("//");
    }
}
