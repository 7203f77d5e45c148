package org.redress.platform.consuming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.redress.platform.messaging.TopicNames;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.messaging.Message;

/**
 * Makes a Spring Cloud Stream function and its binding for each handler that says what it {@link Consumes}, so that a
 * consumer is one bean. What a service sets for a binding itself goes before.
 */
final class ConsumerBindings implements BeanFactoryPostProcessor {

    private static final ResolvableType FUNCTION = ResolvableType.forClassWithGenerics(
            Consumer.class,
            ResolvableType.forClassWithGenerics(
                    Message.class, ResolvableType.forClassWithGenerics(List.class, byte[].class)));

    private final ConfigurableEnvironment environment;

    ConsumerBindings(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        Map<String, Object> settings = new HashMap<>();
        List<String> functions = new ArrayList<>();
        for (String handler : beans.getBeanNamesForType(EventHandler.class, true, false)) {
            Consumption consumption = Consumption.of(Objects.requireNonNull(beans.getType(handler, false)));
            ((BeanDefinitionRegistry) beans).registerBeanDefinition(consumption.name(), function(beans, handler));
            settings.putAll(binding(consumption));
            functions.add(consumption.name());
        }
        if (!functions.isEmpty()) {
            settings.put("spring.cloud.function.definition", String.join(";", functions));
            environment.getPropertySources().addLast(new MapPropertySource("redress-consumers", settings));
        }
    }

    private static RootBeanDefinition function(ConfigurableListableBeanFactory beans, String handler) {
        RootBeanDefinition function = new RootBeanDefinition();
        function.setTargetType(FUNCTION);
        function.setInstanceSupplier(() -> {
            EventHandler<?> consuming = beans.getBean(handler, EventHandler.class);
            return beans.getBean(EventConsumers.class).consumer(consuming);
        });
        return function;
    }

    private Map<String, String> binding(Consumption consumption) {
        String binding = "spring.cloud.stream.bindings." + consumption.name() + "-in-0.";
        String prefix = environment.getProperty("redress.topic-prefix", "");
        String group = prefix + consumption.group(environment.getRequiredProperty("spring.application.name"));
        Map<String, String> settings = new HashMap<>();
        settings.put(binding + "destination", new TopicNames(prefix).name(consumption.topic()));
        settings.put(binding + "group", group);
        if (consumption.topic().partitions() == 1) {
            settings.put(binding + "consumer.concurrency", "1");
        }
        return settings;
    }
}
