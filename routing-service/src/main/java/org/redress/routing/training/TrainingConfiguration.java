package org.redress.routing.training;

import java.time.Duration;
import java.time.InstantSource;
import org.redress.platform.looping.Loop;
import org.redress.routing.cases.LearnableCases;
import org.redress.routing.classification.LearnedTopics;
import org.redress.routing.organisation.Editions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Learns models of topics and follows the one in effect, each on a thread of its own. */
@Configuration(proxyBeanMethods = false)
class TrainingConfiguration {

    @Bean
    TopicModels topicModels(MongoTemplate mongo) {
        return new TopicModels(mongo);
    }

    @Bean
    Training training(
            TopicModels models, LearnableCases cases, Editions editions, LearnedTopics learned, InstantSource clock) {
        return new Training(models, cases, editions, learned, clock);
    }

    @Bean
    Loop learningTopics(Training training, @Value("${redress.topics.look-every:2s}") Duration every) {
        return Loop.every("learning-topics", every, training::learnWhatIsAsked);
    }

    @Bean
    Loop followingTopics(Training training, @Value("${redress.topics.follow-every:2s}") Duration every) {
        return Loop.every("following-topics", every, training::follow);
    }
}
