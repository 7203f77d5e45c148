package org.redress.routing.cases.web;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.redress.platform.web.NameReader;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.module.SimpleModule;

/** How orders are read. */
@Configuration(proxyBeanMethods = false)
class OrderConfiguration {

    /** Enumerations in orders are read by their written names. */
    @Bean
    JsonMapperBuilderCustomizer orderNames() {
        SimpleModule module = new SimpleModule("redress-orders");
        OrderType.ALL.stream()
                .flatMap(type -> Arrays.stream(type.type().getRecordComponents()))
                .map(RecordComponent::getType)
                .filter(Class::isEnum)
                .distinct()
                .forEach(choices -> add(module, choices));
        return builder -> builder.addModule(module);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // asked for enumerations alone
    private static void add(SimpleModule module, Class<?> choices) {
        module.addDeserializer((Class) choices, new NameReader(choices));
    }
}
