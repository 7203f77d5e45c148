package org.redress.platform.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.redress.platform.time.Moments;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the request alone can tell is refused before anything is done, at every interface in the same way. */
final class InterfaceRules implements WebMvcRegistrations, WebMvcConfigurer {

    private final Moments moments;

    InterfaceRules(ZoneId zone) {
        this.moments = new Moments(zone);
    }

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new JsonMappings();
    }

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
        configurer.strategies(List.of(new AcceptedKinds()));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new StrictRequests()).addPathPatterns("/api/**", "/internal/**");
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new Days(moments));
    }

    /** Days as ISO 8601 writes them, whatever the reader's language; a moment is its day in the organisation's zone. */
    private record Days(Moments moments) implements Converter<String, LocalDate> {

        @Override
        public LocalDate convert(String written) {
            LocalDate day = moments.day(written);
            if (day == null) {
                throw new IllegalArgumentException("no day");
            }
            return day;
        }
    }
}
