package org.redress.platform.web;

import java.time.LocalDate;
import java.time.ZoneId;
import org.redress.platform.time.Moments;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** Requests are taken as written or refused: no field is ignored, no value turned into another type. */
final class StrictJson implements JsonMapperBuilderCustomizer {

    private final Moments moments;

    StrictJson(ZoneId zone) {
        this.moments = new Moments(zone);
    }

    @Override
    public void customize(JsonMapper.Builder builder) {
        builder.addModule(new SimpleModule("redress-requests")
                .addDeserializer(String.class, new TextReader())
                .addDeserializer(LocalDate.class, new DayReader(moments)));
        builder.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    }
}
