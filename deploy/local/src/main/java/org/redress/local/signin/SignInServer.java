package org.redress.local.signin;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The OpenID server of the local installation: code flow with a form for people, client credentials for programs. */
public final class SignInServer implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private SignInServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts the server; it ends with {@link #close()} alone, so that others can use it while they shut down. */
    public static SignInServer start(SignInSettings settings) {
        return new SignInServer(new SpringApplicationBuilder(SignInConfiguration.class)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .initializers(context ->
                        ((GenericApplicationContext) context).registerBean(SignInSettings.class, () -> settings))
                .properties(Map.of(
                        "server.port",
                        settings.port(),
                        "server.address",
                        "127.0.0.1",
                        "server.servlet.session.cookie.name",
                        "REDRESS_SIGNIN",
                        "server.shutdown",
                        "immediate",
                        "spring.jmx.enabled",
                        false,
                        "spring.main.log-startup-info",
                        false))
                .run());
    }

    /** Tells whether it answers. */
    public boolean isRunning() {
        return context.isActive();
    }

    /** Ends it. */
    @Override
    public void close() {
        context.close();
    }
}
