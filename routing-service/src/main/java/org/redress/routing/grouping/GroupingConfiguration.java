package org.redress.routing.grouping;

import java.time.Duration;
import java.time.InstantSource;
import org.redress.contracts.Topic;
import org.redress.platform.looping.Loop;
import org.redress.platform.publishing.AggregateStore;
import org.redress.platform.publishing.AggregateStores;
import org.redress.routing.cases.GroupableCases;
import org.redress.routing.near.NearPairs;
import org.redress.routing.organisation.Editions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Groups petitions on a thread of its own. */
@Configuration(proxyBeanMethods = false)
class GroupingConfiguration {

    @Bean
    AggregateStore<GroupingRun> groupingRuns(AggregateStores stores) {
        return stores.of(GroupingRun.class, Topic.GROUPS);
    }

    @Bean
    Grouper grouper(
            MongoTemplate mongo,
            AggregateStore<GroupingRun> groupingRuns,
            GroupableCases cases,
            NearPairs pairs,
            Editions editions,
            InstantSource clock) {
        return new Grouper(cases, new Runs(mongo, groupingRuns), pairs, new Turn(mongo)::take, editions, clock);
    }

    @Bean
    Loop groupingPetitions(Grouper grouper, @Value("${redress.grouping.look-every:5s}") Duration every) {
        return Loop.of("grouping-petitions", every, grouper::some);
    }
}
