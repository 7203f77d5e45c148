package org.redress.platform.consuming;

import java.util.Locale;
import java.util.Objects;
import org.bson.Document;
import org.redress.contracts.Topic;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * One of the consumers of a service, to which positions, gaps and whatever is set aside belong.
 *
 * @param topic the topic it consumes
 * @param name its name in the service, which is also that of its binding
 */
public record Consumption(Topic topic, String name) {

    private static final String TOPIC = "topic";
    private static final String CONSUMER = "consumer";

    /** The only consumer of a topic, or the first. */
    static Consumption of(Topic topic) {
        return new Consumption(topic, topic.name().toLowerCase(Locale.ROOT));
    }

    /**
     * What a handler says of itself.
     *
     * @throws IllegalStateException when it says nothing
     */
    static Consumption of(Class<?> handler) {
        Consumes said = AnnotatedElementUtils.findMergedAnnotation(handler, Consumes.class);
        if (said == null) {
            throw new IllegalStateException(handler + " does not say what it @Consumes");
        }
        return said.as().isEmpty() ? of(said.value()) : new Consumption(said.value(), said.as());
    }

    /** As it was written into a document. */
    static Consumption read(Document document) {
        Topic topic = Topic.valueOf(document.getString(TOPIC));
        String name = document.getString(CONSUMER);
        return name == null ? of(topic) : new Consumption(topic, name);
    }

    /** The fields that {@link #read} looks at. */
    Document written() {
        Document written = new Document(TOPIC, topic.name());
        return isFirst() ? written : written.append(CONSUMER, name);
    }

    /** Id of what is kept of one aggregate. */
    String id(Source source) {
        return (isFirst() ? topic.name() : topic.name() + "/" + name) + ":" + source.aggregateId();
    }

    /** The consumer group of a service. */
    String group(String service) {
        return isFirst() ? service : service + "-" + name;
    }

    private boolean isFirst() {
        return Objects.equals(name, of(topic).name);
    }

    @Override
    public String toString() {
        return isFirst() ? topic.name() : topic.name() + "/" + name;
    }
}
