package org.redress.platform.looping;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Watches over the loops: every bean that is one, and those that are made later. */
@AutoConfiguration
public class LoopingAutoConfiguration {

    @Bean
    Loops loops(MeterRegistry meters) {
        return new Loops(meters);
    }

    @Bean
    SmartInitializingSingleton loopsWatched(Loops loops, ObjectProvider<Loop> beans) {
        return () -> beans.stream().forEach(loops::watch);
    }

    @Bean
    LoopsHealth loopsHealthIndicator(Loops loops) {
        return new LoopsHealth(loops);
    }
}
