package org.redress.platform.publishing;

import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoExceptionTranslator;

/** Tells the driver's errors in Spring's words, so that callers know an outage from a refusal. */
final class MongoErrors {

    private final MongoExceptionTranslator translator = new MongoExceptionTranslator();

    <T> T translate(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            DataAccessException translated = translator.translateExceptionIfPossible(e);
            throw translated == null ? e : translated;
        }
    }

    void translate(Runnable work) {
        translate(() -> {
            work.run();
            return true;
        });
    }
}
