package org.redress.platform.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.UpdateOneModel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.contracts.organisation.LedgerHeadPublished;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

class AggregateDocumentsTest {

    private final AggregateDocuments<Sample> documents = new AggregateDocuments<>(
            new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, new MongoMappingContext()), Sample.class);

    /** As a newer version may store it. */
    private final Document newer = Document.parse("""
            {_id: 'a', version: {$numberLong: '3'}, epoch: 1, sequence: {$numberLong: '0'}, inbox: {}, schema: 2,
             kind: 'SECOND', addedLater: 'x', byName: {a: 'SECOND', b: 'FIRST'},
             line: {kind: 'SECOND', number: 1, note: 'newer'},
             lines: [{kind: 'FIRST', number: 1}, {kind: 'THIRD', number: 2, more: true}, {kind: 'FIRST', number: 3}]}
            """).append("_class", Sample.class.getName());

    @Test
    void readsAConstantOfANewerVersionAsUnknown() {
        Sample sample = documents.read(newer);

        assertThat(sample.kind).isEqualTo(Kind.UNKNOWN);
        assertThat(sample.line).isEqualTo(new Line(Kind.UNKNOWN, 1));
        assertThat(sample.lines).extracting(Line::kind).containsExactly(Kind.FIRST, Kind.UNKNOWN, Kind.FIRST);
        assertThat(sample.byName).containsEntry("a", Kind.UNKNOWN);
    }

    @Test
    void keepsVerbatimWhatItDoesNotKnow() {
        Sample sample = documents.read(newer);
        sample.line = new Line(Kind.UNKNOWN, 9);
        sample.lines.removeFirst();
        sample.lines.add(new Line(Kind.FIRST, 4));

        AggregateDocuments.Change<Sample> change = documents.change(sample, "stamp");

        assertThat(change.document())
                .containsEntry("kind", "SECOND")
                .containsEntry("addedLater", "x")
                .containsEntry("schema", 2)
                .containsEntry("version", 4L)
                .containsEntry("byName", newer.get("byName"))
                .containsEntry("line", Document.parse("{kind: 'SECOND', number: 9, note: 'newer'}"))
                .containsEntry("lines", Document.parse("""
                                {lines: [{kind: 'THIRD', number: 2, more: true}, {kind: 'FIRST', number: 3},
                                         {kind: 'FIRST', number: 4}]}""").get("lines"));
    }

    @Test
    void setsOnlyWhatChanged() {
        Sample sample = documents.read(newer);
        sample.line = null;
        sample.kind = Kind.FIRST;

        Document update = (Document)
                ((UpdateOneModel<Document>) documents.change(sample, "stamp").write()).getUpdate();

        assertThat(update.get("$set", Document.class).keySet()).isEqualTo(Set.of("stamp", "version", "kind"));
        assertThat(update.get("$unset", Document.class).keySet()).containsExactly("line");
    }

    @Test
    void refusesWhatItCannotReadWithoutQuotingIt() {
        Document unknown = new Document(newer).append("strict", "SECRET");
        Document tooNew = new Document(newer).append("schema", 3);

        assertThatThrownBy(() -> documents.read(unknown))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageNotContaining("SECRET");
        assertThatThrownBy(() -> documents.read(tooNew)).hasMessageContaining("schema 3 is newer than 2");
    }

    @Test
    void takesNoMoreEventsThanADocumentHolds() {
        Document waiting = new Document("bytes", new Binary(new byte[1 << 20]))
                .append("sequence", 1L)
                .append("epoch", 1)
                .append("eventId", "e")
                .append("aggregateId", "a")
                .append("type", "t")
                .append("key", "k");
        Document four = new Document(newer).append("pending", Collections.nCopies(4, waiting));
        Document five = new Document(newer).append("pending", Collections.nCopies(5, waiting));

        assertThat(documents.change(published(four), "stamp").write()).isNotNull();
        assertThatThrownBy(() -> documents.change(published(five), "stamp"))
                .isInstanceOf(TooMuchPendingException.class)
                .hasMessageContaining("a wait to be published: 5242880 bytes, the limit is 4194304");
        assertThat(documents.change(documents.read(five), "stamp").write())
                .as("a change that publishes nothing")
                .isNotNull();
    }

    private Sample published(Document document) {
        Sample sample = documents.read(document);
        sample.publish();
        return sample;
    }

    enum Kind {
        UNKNOWN,
        FIRST
    }

    enum Strict {
        ONE
    }

    record Line(Kind kind, int number) {}

    @Schema(reads = 2)
    static class Sample extends Aggregate {

        private Kind kind = Kind.FIRST;

        @Nullable
        private Line line;

        private List<Line> lines = new ArrayList<>();
        private Map<String, Kind> byName = new HashMap<>();

        @Nullable
        private Strict strict;

        void publish() {
            record(new LedgerHeadPublished(nextHead(null, Instant.EPOCH), LocalDate.EPOCH, 1, "hash"));
        }
    }
}
