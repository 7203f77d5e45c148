package org.redress.local.signin;

import java.nio.file.Path;
import java.util.Map;
import org.redress.local.run.ClientSecrets;

/**
 * What the sign-in server is started with.
 *
 * @param port the port of the loopback address
 * @param keyFile where the signing key is kept, so that tokens survive a restart
 * @param secrets the clients' secrets and the people's password
 * @param people who can sign in
 * @param pages base address of the pages of each service, by client id
 */
public record SignInSettings(int port, Path keyFile, ClientSecrets secrets, People people, Map<String, String> pages) {

    /** The address that tokens name as their issuer. */
    public String issuer() {
        return "http://127.0.0.1:" + port;
    }
}
