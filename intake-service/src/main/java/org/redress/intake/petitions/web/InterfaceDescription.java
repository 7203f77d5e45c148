package org.redress.intake.petitions.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;

/** The head of the description at {@code /v3/api-docs}. */
@Configuration(proxyBeanMethods = false)
class InterfaceDescription {

    private static final String BEARER = "bearer";

    @Bean
    OpenAPI intakeInterface() {
        return new OpenAPI()
                .info(new Info()
                        .title("Redress intake")
                        .version("1")
                        .description("Hand a petition in, see its way, add to it or withdraw it."))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")));
    }

    /** A token is welcome, not asked for. */
    @Bean
    OperationCustomizer optionalToken() {
        return (operation, handler) -> Arrays.stream(handler.getMethodParameters())
                        .anyMatch(parameter -> parameter.getParameterType().equals(Authentication.class))
                ? operation.security(List.of(new SecurityRequirement(), new SecurityRequirement().addList(BEARER)))
                : operation;
    }
}
