package org.redress.intake.violations;

import java.time.Instant;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.redress.routing.violations.util.Helper;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.RestController;

/** Asks the machine for the time, calls the broker, prints, is public, is injected, is scheduled, knows another service. */
@RestController
public class ImpatientIntake {

    @Autowired
    private KafkaProducer<String, byte[]> producer;

    /** Does all that. */
    @Scheduled(fixedDelay = 1)
    public void hurry() {
        System.out.println(Instant.now() + Helper.help() + producer);
    }
}
