package org.redress.platform.pages;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives every service the frame of its pages, and a first page where it has none of its own. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(FrameSettings.class)
public class PagesAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(FirstPage.class)
    HomeController homeController(ObjectProvider<NavigationEntry> navigation) {
        return new HomeController(navigation.orderedStream().toList());
    }

    @Bean
    LanguageController languageController(@Value("${server.servlet.session.cookie.secure:true}") boolean secure) {
        return new LanguageController(secure);
    }

    @Bean
    WebMvcConfigurer framedPages(
            FrameSettings settings,
            ObjectProvider<NavigationEntry> navigation,
            @Value("${spring.application.name:redress}") String service) {
        List<NavigationEntry> entries = navigation.orderedStream().toList();
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new FrameInterceptor(service, settings, entries));
            }
        };
    }
}
