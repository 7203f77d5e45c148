package org.redress.platform.pipeline;

import org.redress.contracts.Topic;
import org.redress.platform.consuming.Consumes;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Another projection of the same topic. */
@Consumes(value = Topic.CASES, as = SecondReader.NAME)
class SecondReader extends NoteReader {

    static final String NAME = "second";

    SecondReader(MongoTemplate mongo) {
        super(mongo, "read_second");
    }
}
