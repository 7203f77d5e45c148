package org.redress.tools.importing;

import java.io.IOException;
import java.io.LineNumberReader;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One request's body a line, as intake takes it. */
final class JsonLinesFile extends PetitionFile {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    JsonLinesFile(Path path) {
        super(path);
    }

    @Override
    String nameOf(String field) {
        return field;
    }

    @Override
    void read(RowHandler handler) throws IOException, InterruptedException {
        try (LineNumberReader reader = TextEncoding.open(path(), TextEncoding.of(path()))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    handle(line, reader.getLineNumber(), handler);
                }
            }
        }
    }

    private static void handle(String line, long number, RowHandler handler) throws InterruptedException {
        Map<String, Object> petition = parse(line);
        if (petition == null) {
            handler.unreadable(number, "not a JSON object");
        } else {
            Object externalId = petition.get(Fields.EXTERNAL_ID);
            handler.row(new Row(
                    number, externalId == null ? "" : externalId.toString().strip(), petition));
        }
    }

    private static @Nullable Map<String, Object> parse(String line) {
        try {
            return JSON.readValue(line, OBJECT);
        } catch (JacksonException e) {
            return null;
        }
    }
}
