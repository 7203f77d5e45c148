package org.redress.intake.violations;

import java.time.Instant;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.redress.routing.violations.util.Helper;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RestController;

/** Asks the machine for the time, calls the broker, prints, is public, is injected and knows another service. */
@RestController
public class ImpatientIntake {

    @Autowired
    private KafkaProducer<String, byte[]> producer;

    /** Does all that. */
    public void hurry() {
        System.out.println(Instant.now() + Helper.help() + producer);
    }
}
