package org.redress.platform.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.ZoneId;
import org.redress.platform.limits.RequestLimits;
import org.redress.platform.observing.RedressMetric;
import org.redress.platform.pages.ReadersLanguage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.validation.Validator;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.thymeleaf.spring6.ISpringTemplateEngine;
import tools.jackson.databind.json.JsonMapper;

/** Gives every service the same edge; a service declares its {@link OpenPaths} and adds its own messages. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration",
            "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration",
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
            "org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure."
                    + "OAuth2ResourceServerAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties({WebSettings.class, SignInSettings.class})
@EnableMethodSecurity
public class WebAutoConfiguration {

    private static final int API_CHAIN = 1;
    private static final int A_FEW = 4;
    private static final int HEADERS_ORDER = Ordered.HIGHEST_PRECEDENCE;
    private static final int PROBLEM_ORDER = Ordered.HIGHEST_PRECEDENCE + 10;
    private static final int LIMIT_ORDER = Ordered.HIGHEST_PRECEDENCE + 20;

    @Bean
    @ConditionalOnMissingBean(name = "localeResolver")
    LocaleResolver localeResolver(WebSettings settings) {
        return new ReadersLanguage(settings.language());
    }

    @Bean
    ProblemDocuments problemDocuments(
            MessageSource messages, LocaleResolver localeResolver, ObjectProvider<ISpringTemplateEngine> templates) {
        return new ProblemDocuments(new Messages(messages), localeResolver, new ProblemPages(templates));
    }

    @Bean
    ProblemAdvice problemAdvice(ProblemDocuments documents) {
        return new ProblemAdvice(documents);
    }

    @Bean
    StrayErrors strayErrors(ProblemDocuments documents) {
        return new StrayErrors(documents);
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> containerProblems(
            ObjectProvider<ProblemDocuments> documents) {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ContainerProblems(documents)));
    }

    /** What the firewall refuses outside every handler: to whom its headers are closed could not be told of it there. */
    @Bean
    RequestRejectedHandler rejectedRequests(
            @Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> resolver) {
        HandlerExceptionResolver telling = lazily(resolver);
        return (request, response, failure) -> telling.resolveException(request, response, null, failure);
    }

    @Bean
    StrictBodies strictBodies() {
        return new StrictBodies();
    }

    @Bean
    JsonMapperBuilderCustomizer strictJson(ZoneId zone) {
        return new StrictJson(zone);
    }

    @Bean
    BodyReader bodyReader(JsonMapper mapper, @Qualifier("mvcValidator") Validator validator) {
        return new BodyReader(mapper, validator);
    }

    @Bean
    InterfaceRules interfaceRules(ZoneId zone) {
        return new InterfaceRules(zone);
    }

    @Bean
    ValidationConfigurationCustomizer readersCharacters() {
        return new ReadersCharacters();
    }

    @Bean
    FilterRegistrationBean<HeaderWriterFilter> securityHeaders(SignInSettings settings) {
        FilterRegistrationBean<HeaderWriterFilter> registration =
                new FilterRegistrationBean<>(SecurityHeaders.filter(settings.issuer()));
        registration.setOrder(HEADERS_ORDER);
        return registration;
    }

    @Bean
    FilterRegistrationBean<ProblemFilter> problemFilter(
            @Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> resolver) {
        FilterRegistrationBean<ProblemFilter> registration =
                new FilterRegistrationBean<>(new ProblemFilter(lazily(resolver)));
        registration.setOrder(PROBLEM_ORDER);
        return registration;
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(WebSettings settings, MeterRegistry meters) {
        BodiesInFlight inFlight = new BodiesInFlight(Math.max(
                A_FEW * settings.bodyLimit().toBytes(),
                settings.bodiesInFlight().toBytes()));
        Gauge.builder(RedressMetric.BODIES.metricName(), inFlight, BodiesInFlight::held)
                .description("What was read of requests that are under way")
                .baseUnit("bytes")
                .register(meters);
        FilterRegistrationBean<BodyLimitFilter> registration =
                new FilterRegistrationBean<>(new BodyLimitFilter(settings::bodyLimitOf, settings.bodyTime(), inFlight));
        registration.setOrder(LIMIT_ORDER);
        return registration;
    }

    @Bean
    Edge edge(
            RequestLimits limits,
            @Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> resolver) {
        return new Edge(limits, lazily(resolver));
    }

    @Bean
    @Order(API_CHAIN)
    SecurityFilterChain apiChain(
            HttpSecurity http,
            ObjectProvider<OpenPaths> openPaths,
            ObjectProvider<InternalPaths> internalPaths,
            SignInSettings settings,
            Edge edge) {
        TokenAuthorities authorities = new TokenAuthorities(settings.clients());
        return new SecurityRules(openPaths, internalPaths, authorities, edge).chain(http);
    }

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(SignInSettings settings) {
        return new IssuerDecoder(settings.issuer(), settings.audience());
    }

    @Bean
    IssuerClients issuerClients(SignInSettings settings, @Value("${spring.application.name:redress}") String name) {
        return new IssuerClients(settings, name);
    }

    @Bean
    @ConditionalOnMissingBean
    ServiceClient serviceClient(IssuerClients clients) {
        return new ServiceClient(clients);
    }

    // Filters are made before the web framework is.
    private static HandlerExceptionResolver lazily(ObjectProvider<HandlerExceptionResolver> resolver) {
        return (request, response, handler, failure) ->
                resolver.getObject().resolveException(request, response, handler, failure);
    }
}
