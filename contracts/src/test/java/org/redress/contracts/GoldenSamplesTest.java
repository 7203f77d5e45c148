package org.redress.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Samples of every message as it was first published: what is read here can be read from an old topic. */
class GoldenSamplesTest {

    static Set<String> wireTypes() {
        return EventCodec.types().keySet();
    }

    static JsonNode sample(String wireType) {
        try (InputStream in = GoldenSamplesTest.class.getResourceAsStream("/golden/" + wireType + ".json")) {
            assertThat(in).as("golden sample of " + wireType).isNotNull();
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("wireTypes")
    void readsAndWritesTheSameJson(String wireType) {
        JsonNode sample = sample(wireType);

        Event event = EventCodec.decode(wireType, JsonMapper.shared().writeValueAsBytes(sample));

        assertThat(event).isInstanceOf(EventCodec.types().get(wireType));
        assertThat(JsonMapper.shared().readTree(EventCodec.encode(event))).isEqualTo(sample);
    }

    /** As it was published before names, deputies and the desk were. */
    @Test
    void readsAnOrganisationAsItWasFirstPublished() {
        ObjectNode first = (ObjectNode) sample("organisation.activated.v1");
        first.remove(List.of("topics", "desk", "clocks"));
        first.get("units").forEach(unit -> ((ObjectNode) unit).remove("english"));
        first.get("posts").forEach(post -> ((ObjectNode) post).remove(List.of("english", "deputy")));

        Event event = EventCodec.decode(
                "organisation.activated.v1", JsonMapper.shared().writeValueAsBytes(first));

        assertThat(JsonMapper.shared().readTree(EventCodec.encode(event))).isEqualTo(first);
    }

    /** As it was published before officers recorded petitions. */
    @Test
    void readsAPetitionAsItWasFirstPublished() {
        ObjectNode first = (ObjectNode) sample("petition.submitted.v1");
        first.remove(List.of("claimedHeadCount", "recordedBy", "origin", "representatives"));

        Event event =
                EventCodec.decode("petition.submitted.v1", JsonMapper.shared().writeValueAsBytes(first));

        assertThat(JsonMapper.shared().readTree(EventCodec.encode(event))).isEqualTo(first);
    }

    /** Said since petitioners see the days that an opinion promises. */
    @Test
    void readsAndWritesWhatAnOpinionPromises() {
        ObjectNode step = (ObjectNode) sample("case.step-taken.v1");
        step.putArray("promises")
                .add(JsonMapper.shared().readTree("{\"dueOn\":\"2026-12-01\",\"keptOn\":\"2026-11-28\"}"))
                .add(JsonMapper.shared().readTree("{\"dueOn\":\"2026-12-31\"}"));

        Event event =
                EventCodec.decode("case.step-taken.v1", JsonMapper.shared().writeValueAsBytes(step));

        assertThat(JsonMapper.shared().readTree(EventCodec.encode(event))).isEqualTo(step);
    }

    @Test
    void belongToAWireTypeEach() throws IOException, URISyntaxException {
        Path folder = Path.of(GoldenSamplesTest.class.getResource("/golden").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()))
                    .isEqualTo(wireTypes().stream().map(type -> type + ".json").collect(Collectors.toSet()));
        }
    }
}
