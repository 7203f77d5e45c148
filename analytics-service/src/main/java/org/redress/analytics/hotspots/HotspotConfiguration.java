package org.redress.analytics.hotspots;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import org.redress.analytics.sightings.Groupings;
import org.redress.analytics.sightings.SightingProjection;
import org.redress.contracts.Topic;
import org.redress.platform.looping.Loop;
import org.redress.platform.organisation.Directories;
import org.redress.platform.publishing.AggregateStore;
import org.redress.platform.publishing.AggregateStores;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Looks for hotspots on a thread of its own. */
@Configuration(proxyBeanMethods = false)
class HotspotConfiguration {

    @Bean
    AggregateStore<Hotspot> hotspotStore(AggregateStores stores) {
        return stores.of(Hotspot.class, Topic.ALERTS);
    }

    @Bean
    HotspotList hotspotList(
            MongoTemplate mongo,
            AggregateStore<Hotspot> hotspotStore,
            Groupings groupings,
            SightingProjection sightings,
            Directories directories,
            InstantSource clock) {
        return new HotspotList(mongo, hotspotStore, groupings, sightings, new Evenings(mongo), directories, clock);
    }

    @Bean
    HotspotKeeper hotspotKeeper(
            MongoTemplate mongo,
            Groupings groupings,
            SightingProjection sightings,
            AggregateStore<Hotspot> hotspotStore,
            HotspotList hotspotList,
            Directories directories,
            InstantSource clock,
            ZoneId organisationZone) {
        return new HotspotKeeper(
                groupings,
                sightings,
                hotspotStore,
                hotspotList,
                new Evenings(mongo),
                directories,
                clock,
                organisationZone);
    }

    @Bean
    Loop lookingForHotspots(HotspotKeeper keeper, @Value("${redress.hotspots.look-every:5s}") Duration every) {
        return Loop.every("looking-for-hotspots", every, keeper::look);
    }
}
