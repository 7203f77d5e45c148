package org.redress.notification.sending.web;

import java.util.Map;
import org.redress.platform.web.InternalPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may have mails sent again. */
@Configuration(proxyBeanMethods = false)
class SendAgainConfiguration {

    @Bean
    InternalPaths sendAgainPaths() {
        return new InternalPaths(Map.of("/internal/mails/resend", InternalPaths.OPERATORS));
    }
}
