package org.redress.platform.description;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Title, licence and way of signing in of a service's description. */
final class InterfaceHead implements GlobalOpenApiCustomizer {

    /** The name of the one way to sign in. */
    static final String BEARER = "bearer";

    private final String service;
    private final String purpose;

    /** With the service's name and one sentence on what it is for. */
    InterfaceHead(String service, String purpose) {
        this.service = service;
        this.purpose = purpose;
    }

    @Override
    public void customise(OpenAPI description) {
        description.setInfo(new Info()
                .title("Redress " + service)
                .version("1")
                .description(purpose)
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
        description.setServers(null);
        if (description.getComponents() == null) {
            description.setComponents(new Components());
        }
        description
                .getComponents()
                .addSecuritySchemes(
                        BEARER,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT"));
    }
}
