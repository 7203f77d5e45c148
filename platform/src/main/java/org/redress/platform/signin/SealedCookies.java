package org.redress.platform.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.core.env.Environment;

/**
 * The cookies of one service on its way to the issuer and back. Their key comes from the client's secret, which all
 * instances share: whichever of them the reader comes back to can open them.
 */
final class SealedCookies {

    /** Signing in takes no longer; our choice. */
    private static final Duration AGE = Duration.ofMinutes(5);

    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final String service;
    private final AesGcmJce key;
    private final boolean secure;

    SealedCookies(Environment environment) {
        this.service = SessionCookie.nameFor(environment);
        this.key = key(environment.getProperty("redress.client-secret", ""));
        this.secure = environment.getProperty("server.servlet.session.cookie.secure", Boolean.class, true);
    }

    SealedCookie named(String purpose) {
        return new SealedCookie(service + "_" + purpose, AGE, key, secure);
    }

    private static AesGcmJce key(String secret) {
        try {
            return new AesGcmJce(secret.isBlank() ? random() : derived(secret));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] derived(String secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(HMAC);
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), HMAC));
        return mac.doFinal("redress sign-in cookies".getBytes(UTF_8));
    }

    /** Without a secret nobody signs in. */
    private static byte[] random() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
