package org.redress.routing.organisation;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import org.redress.contracts.Topic;
import org.redress.contracts.calendar.WorkingCalendar;
import org.redress.platform.looping.Loop;
import org.redress.platform.publishing.AggregateStore;
import org.redress.platform.publishing.AggregateStores;
import org.redress.routing.calendar.HolidayNotices;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Reads the configuration folder when the service starts; a wrong configuration stops it with every problem named. */
@Configuration(proxyBeanMethods = false)
class OrganisationConfiguration {

    @Bean
    AggregateStore<OrganisationRecord> organisationRecords(AggregateStores stores) {
        return stores.of(OrganisationRecord.class, Topic.ORGANISATION);
    }

    @Bean
    WorkingCalendar workingCalendar(@Value("${redress.configuration}") Path folder) {
        return HolidayNotices.with(folder);
    }

    @Bean
    RulebookFiles configuredFiles(@Value("${redress.configuration}") Path folder) {
        return RulebookFiles.in(folder);
    }

    @Bean
    Versions versions(
            AggregateStore<OrganisationRecord> records,
            MongoTemplate mongo,
            InstantSource clock,
            RulebookFiles configured) {
        return new Versions(configured.organisationId(), records, mongo, clock);
    }

    @Bean
    Leaves leaves(MongoTemplate mongo, InstantSource clock, ZoneId zone) {
        return new Leaves(mongo, clock, zone);
    }

    @Bean
    Editions editions(Versions versions, WorkingCalendar calendar, RulebookFiles files, Leaves leaves, ZoneId zone) {
        Editions editions = new Editions(versions, calendar, files, leaves);
        String configured = editions.active().organisation().zone();
        if (!ZoneId.of(configured).equals(zone)) {
            throw new IllegalStateException("The organisation counts the days of " + configured
                    + " but the services those of " + zone + ": set REDRESS_ZONE to " + configured);
        }
        return editions;
    }

    @Bean
    Loop followingOrganisation(Editions editions, @Value("${redress.organisation.follow-every:2s}") Duration every) {
        return Loop.every("following-organisation", every, editions::follow);
    }
}
