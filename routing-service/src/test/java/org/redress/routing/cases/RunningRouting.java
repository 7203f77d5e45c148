package org.redress.routing.cases;

import org.apache.kafka.clients.producer.Producer;
import org.redress.platform.messaging.TopicNames;
import org.redress.platform.publishing.AggregateStore;
import org.redress.routing.Intake;
import org.redress.routing.RoutingStack;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole service, one for all classes that extend it. Two posts of the second plant share a duty; whoever keeps guarded
 * cases above does it only when asked.
 */
@SpringBootTest(properties = "redress.guard.look-every=24h")
@AutoConfigureMockMvc
abstract class RunningRouting {

    private static final RoutingStack STACK = new RoutingStack(
            "responsibility.yaml",
            "{topic: labour, unit: plant-2, owner: plant-2.petitions}",
            "{topic: labour, unit: plant-2, owners: [plant-2.petitions, plant-2.director]}");

    @Autowired
    private Producer<String, byte[]> producer;

    @Autowired
    private TopicNames topics;

    @Autowired
    protected AggregateStore<PetitionCase> store;

    @Autowired
    protected MongoTemplate mongo;

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        STACK.register(registry);
    }

    protected Intake intake() {
        return new Intake(producer, topics, STACK);
    }
}
