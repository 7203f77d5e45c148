package org.redress.local.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.file.Path;
import java.text.ParseException;
import org.redress.starters.Secrets;

/** The key that tokens are signed with, made once and kept in a file of mode 0600. */
final class SigningKey {

    private static final int BITS = 2048;

    private SigningKey() {}

    static RSAKey in(Path file) {
        try {
            return RSAKey.parse(Secrets.kept(file, SigningKey::make));
        } catch (ParseException e) {
            throw new IllegalStateException("The signing key in " + file + " is damaged", e);
        }
    }

    private static String make() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException("No signing key can be made", e);
        }
    }
}
