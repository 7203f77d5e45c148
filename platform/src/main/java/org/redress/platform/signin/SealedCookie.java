package org.redress.platform.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.subtle.AesGcmJce;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.redress.platform.time.RealTime;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * What a service has to remember of somebody who has not signed in: kept by the browser for a short while, sealed, so that
 * nobody else can read or make it, and the service keeps nothing.
 */
final class SealedCookie {

    private final String name;
    private final Duration age;
    private final AesGcmJce key;
    private final boolean secure;

    SealedCookie(String name, Duration age, AesGcmJce key, boolean secure) {
        this.name = name;
        this.age = age;
        this.key = key;
        this.secure = secure;
    }

    void write(HttpServletResponse response, String value) {
        byte[] text = value.getBytes(UTF_8);
        byte[] plain = ByteBuffer.allocate(Long.BYTES + text.length)
                .putLong(RealTime.now().plus(age).getEpochSecond())
                .put(text)
                .array();
        set(response, Base64.getUrlEncoder().withoutPadding().encodeToString(sealed(plain)), age);
    }

    /** What was written, until it is too old. */
    Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .findFirst()
                        .flatMap(cookie -> opened(cookie.getValue()));
    }

    void clear(HttpServletResponse response) {
        set(response, "", Duration.ZERO);
    }

    private byte[] sealed(byte[] plain) {
        try {
            return key.encrypt(plain, name.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<String> opened(String value) {
        try {
            byte[] plain = key.decrypt(Base64.getUrlDecoder().decode(value), name.getBytes(UTF_8));
            ByteBuffer buffer = ByteBuffer.wrap(plain);
            Instant end = Instant.ofEpochSecond(buffer.getLong());
            return RealTime.now().isBefore(end)
                    ? Optional.of(UTF_8.decode(buffer).toString())
                    : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Somebody else's, or none of ours at all.
            return Optional.empty();
        }
    }

    private void set(HttpServletResponse response, String value, Duration maxAge) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(maxAge)
                        .build()
                        .toString());
    }
}
