package org.redress.platform.pages;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives every service the same first page and the frame for its own. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(FrameSettings.class)
public class PagesAutoConfiguration {

    @Bean
    HomeController homeController() {
        return new HomeController();
    }

    @Bean
    WebMvcConfigurer framedPages(FrameSettings settings, @Value("${spring.application.name:redress}") String service) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new FrameInterceptor(service, settings));
            }
        };
    }
}
