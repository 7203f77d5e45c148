package org.redress.platform.signin;

import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.core.env.Environment;

/** Names the session's cookie after the service, because cookies do not know ports and services share a host. */
final class SessionCookie implements ServletContextInitializer {

    private final String name;
    private final String address;

    SessionCookie(Environment environment) {
        this.name = nameFor(environment);
        this.address = environment.getProperty("server.address", "");
    }

    static String nameFor(Environment environment) {
        String service = environment.getProperty("spring.application.name", "service");
        return "REDRESS_" + service.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /**
     * Names it.
     *
     * @throws IllegalStateException when it would travel readable to other machines
     */
    @Override
    public void onStartup(ServletContext context) {
        SessionCookieConfig cookie = context.getSessionCookieConfig();
        cookie.setName(name);
        if (!cookie.isSecure() && !isLoopback()) {
            throw new IllegalStateException("server.servlet.session.cookie.secure (REDRESS_SECURE_COOKIES) may be false"
                    + " only where the service listens on a loopback address (SERVER_ADDRESS), not on \"" + address
                    + "\"");
        }
    }

    private boolean isLoopback() {
        try {
            // No address at all means every one of the machine.
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
