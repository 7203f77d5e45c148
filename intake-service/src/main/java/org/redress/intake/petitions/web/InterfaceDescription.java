package org.redress.intake.petitions.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of the description at {@code /v3/api-docs}. */
@Configuration(proxyBeanMethods = false)
class InterfaceDescription {

    @Bean
    OpenAPI intakeInterface() {
        return new OpenAPI()
                .info(new Info()
                        .title("Redress intake")
                        .version("1")
                        .description("Hand a petition in and see its way."))
                .components(new Components()
                        .addSecuritySchemes(
                                "bearer",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")));
    }
}
