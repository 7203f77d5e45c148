package org.redress.platform.consuming;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;

class OutageTest {

    private static final int DUPLICATE_KEY = 11000;
    private static final int DISK_FULL = 14031;

    @ParameterizedTest
    @ValueSource(ints = {DISK_FULL, 50, 262, 91, 10107})
    void looksAtTheCodesOfTheWritesThemselves(int code) {
        assertThat(Outage.is(new DataIntegrityViolationException("x", written(null, DUPLICATE_KEY, code))))
                .isTrue();
        assertThat(Outage.is(one(code))).isTrue();
    }

    @Test
    void takesARefusedWriteForNoOutage() {
        assertThat(Outage.is(written(null, DUPLICATE_KEY))).isFalse();
        assertThat(Outage.is(one(DUPLICATE_KEY))).isFalse();
    }

    @Test
    void waitsWhereAWriteIsNotKeptByEnoughMembers() {
        WriteConcernError later = new WriteConcernError(64, "WriteConcernTimeout", "slow", new BsonDocument());

        assertThat(Outage.is(written(later))).isTrue();
        assertThat(Outage.is(new MongoOperationTimeoutException("20 s"))).isTrue();
    }

    private static MongoWriteException one(int code) {
        return new MongoWriteException(
                new WriteError(code, "x", new BsonDocument()), new ServerAddress(), Set.<String>of());
    }

    private static MongoBulkWriteException written(@Nullable WriteConcernError concern, int... codes) {
        List<BulkWriteError> errors = Arrays.stream(codes)
                .mapToObj(code -> new BulkWriteError(code, "x", new BsonDocument(), 0))
                .toList();
        return new MongoBulkWriteException(
                BulkWriteResult.unacknowledged(), errors, concern, new ServerAddress(), Set.of());
    }
}
