package org.redress.platform.description;

import org.redress.platform.limits.RequestLimits;
import org.redress.platform.web.OpenPaths;
import org.redress.platform.web.WebSettings;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.customizers.ParameterCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/** Gives every service a description of its interface at {@code /v3/api-docs}; what services ask each other is not in it. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class DescriptionAutoConfiguration {

    @Bean
    RecordMembers recordMembers() {
        return new RecordMembers();
    }

    @Bean
    GlobalOperationCustomizer operationNames() {
        return new OperationNames();
    }

    @Bean
    ParameterCustomizer namedParameters() {
        return new NamedParameters();
    }

    @Bean
    GlobalOperationCustomizer entityTags() {
        return new EntityTags();
    }

    @Bean
    @Order(1)
    GlobalOpenApiCustomizer interfaceHead(
            @Value("${spring.application.name:redress}") String service, @Value("${redress.purpose:}") String purpose) {
        return new InterfaceHead(service, purpose);
    }

    @Bean
    @Order(2)
    GlobalOpenApiCustomizer refusals(ObjectProvider<OpenPaths> open, WebSettings settings, RequestLimits limits) {
        return new Refusals(open.orderedStream().toList(), settings, limits);
    }

    @Bean
    @Order(3)
    GlobalOpenApiCustomizer requiredMembers(RecordMembers records) {
        return new RequiredMembers(records);
    }
}
