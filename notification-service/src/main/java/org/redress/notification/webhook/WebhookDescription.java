package org.redress.notification.webhook;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What receivers find of webhooks in the description of the interface. */
@Configuration(proxyBeanMethods = false)
class WebhookDescription {

    @Bean
    OpenApiCustomizer webhooks() {
        return description -> description.addWebhooks(StageMessage.TYPE, new PathItem().post(stage()));
    }

    private static Operation stage() {
        return new Operation()
                .operationId("stage")
                .summary("A petition that you submitted reached a stage")
                .description(
                        "Signed as Standard Webhooks say: webhook-signature holds v1, and the base64 of HMAC-SHA256 over"
                                + " webhook-id.webhook-timestamp.body for each secret. It may come twice and in another order.")
                .parameters(List.of(
                        header("webhook-id", "Always the same for the same message"),
                        header("webhook-timestamp", "Seconds since 1970 of this try"),
                        header("webhook-signature", "One signature for each secret, parted by blanks")))
                .requestBody(new RequestBody()
                        .required(true)
                        .content(new Content().addMediaType("application/json", new MediaType().schema(message()))))
                .responses(new ApiResponses()
                        .addApiResponse("2XX", new ApiResponse().description("Taken"))
                        .addApiResponse("410", new ApiResponse().description("The endpoint is turned off"))
                        .addApiResponse("default", new ApiResponse().description("Sent again later")));
    }

    private static Parameter header(String name, String what) {
        return new Parameter()
                .in("header")
                .name(name)
                .required(true)
                .description(what)
                .schema(of("string", null));
    }

    private static Schema<?> message() {
        Schema<?> data = of("object", "Ids and states alone");
        data.addProperty("petitionId", of("string", "Id of the petition"));
        data.addProperty("receipt", of("string", "Its receipt"));
        data.addProperty("externalId", of("string", "Your own number, where you gave one"));
        data.addProperty("stage", of("string", "As in the stages of a petition's tracking; there may be more"));
        data.addProperty("sequence", of("integer", "Rises with each event of the case"));
        data.setRequired(List.of("petitionId", "stage", "sequence"));
        Schema<?> message = of("object", null);
        message.addProperty("type", of("string", StageMessage.TYPE));
        message.addProperty("timestamp", of("string", "When it happened, ISO 8601, in UTC"));
        message.addProperty("data", data);
        message.setRequired(List.of("type", "timestamp", "data"));
        return message;
    }

    private static Schema<?> of(String type, @Nullable String what) {
        Schema<Object> schema = new Schema<>();
        schema.setType(type);
        schema.setTypes(Set.of(type));
        schema.setDescription(what);
        return schema;
    }
}
