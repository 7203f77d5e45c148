package org.redress.local.signin;

import org.redress.starters.Ports;
import org.redress.starters.StartFailure;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** The OpenID server of the local installation: code flow with a form for people, client credentials for programs. */
public final class SignInServer implements AutoCloseable {

    /** Whom the access tokens it gives are for: the services of this installation. */
    public static final String AUDIENCE = "redress";

    private final ConfigurableApplicationContext context;

    private SignInServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts the server; it ends with {@link #close()} alone, so that others can use it while they shut down. */
    public static SignInServer start(SignInSettings settings) {
        return new SignInServer(new SpringApplicationBuilder(SignInConfiguration.class)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .initializers(context -> {
                    refuseProduction(context.getEnvironment());
                    ((GenericApplicationContext) context).registerBean(SignInSettings.class, () -> settings);
                })
                // As arguments they go before whatever the environment says: it is for this machine alone.
                .run(
                        "--server.address=" + Ports.LOOPBACK,
                        "--server.port=" + settings.port(),
                        "--server.servlet.session.cookie.name=REDRESS_SIGNIN",
                        "--server.shutdown=immediate",
                        "--spring.jmx.enabled=false",
                        "--spring.main.log-startup-info=false"));
    }

    /** Its people, all with one password, and a client that may be anybody are for trying things out. */
    static void refuseProduction(Environment environment) {
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            throw new StartFailure("The sign-in server with the demo people does not start with the profile production:"
                    + " take production out of SPRING_PROFILES_ACTIVE here, or sign people in at your own issuer.");
        }
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
