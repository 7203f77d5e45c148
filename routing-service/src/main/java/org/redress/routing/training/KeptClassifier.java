package org.redress.routing.training;

import org.bson.types.Binary;
import org.redress.routing.classification.ClassifierBytes;
import org.redress.routing.classification.TopicClassifier;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What a model learned.
 *
 * @param number number of the model
 * @param bytes the classifier
 */
@Document("topicClassifiers")
record KeptClassifier(@Id int number, Binary bytes) {

    static KeptClassifier of(int number, TopicClassifier classifier) {
        return new KeptClassifier(number, new Binary(ClassifierBytes.write(classifier)));
    }

    TopicClassifier classifier() {
        return ClassifierBytes.read(bytes.getData());
    }
}
