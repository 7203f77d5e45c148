package org.redress.routing.cases;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.redress.contracts.Topic;
import org.redress.platform.database.PatientMongo;
import org.redress.platform.looping.Loop;
import org.redress.platform.publishing.AggregateStore;
import org.redress.platform.publishing.AggregateStores;
import org.redress.platform.sealing.KeyFiles;
import org.redress.platform.web.InternalPaths;
import org.redress.routing.classification.LearnedTopics;
import org.redress.routing.organisation.Editions;
import org.redress.routing.organisation.Versions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Puts the cases together with the keys this service holds. */
@Configuration(proxyBeanMethods = false)
class CaseConfiguration {

    /** Intake alone asks, for who holds the receipt and its code, and for who stands at its desk. */
    @Bean
    InternalPaths ledgerPaths() {
        List<String> intake = InternalPaths.services(List.of("intake"));
        return new InternalPaths(Map.of(
                "/internal/unsealings/*",
                intake,
                "/internal/earlier",
                intake,
                "/internal/mentions",
                intake,
                "/internal/recorded",
                intake));
    }

    @Bean
    EarlierPieces earlierPieces(Cases cases, Pseudonyms pseudonyms, Editions editions, InstantSource clock) {
        return new EarlierPieces(cases, pseudonyms, editions, clock);
    }

    @Bean
    CaseTexts caseTexts(MongoTemplate mongo) {
        return new CaseTexts(mongo);
    }

    @Bean
    TextSweep textSweep(CaseTexts texts, MeterRegistry meters) {
        return new TextSweep(texts, meters.counter(RoutingMetric.TEXTS_SWEPT.metricName()));
    }

    @Bean
    Loop sweepingTexts(TextSweep sweep, @Value("${redress.texts.sweep-every:1h}") Duration every) {
        return Loop.every("sweeping-texts", every, sweep::sweep);
    }

    @Bean
    AggregateStore<PetitionCase> caseStore(AggregateStores stores, CaseTexts texts) {
        return stores.of(PetitionCase.class, Topic.CASES, texts::write);
    }

    @Bean
    KeyFiles keys(@Value("${redress.keys}") Path folder) {
        return new KeyFiles(folder);
    }

    @Bean
    Ledger ledger(MongoTemplate mongo, KeyFiles keys, InstantSource clock) {
        return new Ledger(mongo, new LedgerSeal(keys.mac("ledger")), clock);
    }

    /** Publishes once a business day how far the ledger came. */
    @Bean
    Loop publishingLedgerHeads(
            Ledger ledger,
            Versions versions,
            Editions editions,
            InstantSource clock,
            @Value("${redress.ledger.look-every:1m}") Duration every) {
        return Loop.every(
                "publishing-ledger-heads", every, new LedgerHeads(ledger, versions, editions, clock)::publish);
    }

    @Bean
    SealedTexts sealedTexts(KeyFiles keys, Ledger ledger, CaseTexts texts, InstantSource clock) {
        return new SealedTexts(
                keys.opener("content"), keys.opener("contact"), keys.ownSealer("content"), ledger, texts, clock);
    }

    @Bean
    Pseudonyms pseudonyms(KeyFiles keys) {
        return new Pseudonyms(keys.mac("pseudonyms"));
    }

    @Bean
    CaseRegistry caseRegistry(
            AggregateStore<PetitionCase> store,
            Editions editions,
            Rosters rosters,
            SealedTexts texts,
            Pseudonyms pseudonyms,
            LearnedTopics learned,
            InstantSource clock,
            MeterRegistry meters) {
        return new CaseRegistry(store, editions, new Examination(texts, pseudonyms, learned), rosters, clock, meters);
    }

    @Bean
    LearnedTopics learnedTopics(MeterRegistry meters) {
        LearnedTopics learned = new LearnedTopics();
        Gauge.builder(RoutingMetric.TOPIC_MODEL.metricName(), learned, LearnedTopics::number)
                .description("Number of the model that finds topics here; 0 without one")
                .register(meters);
        return learned;
    }

    @Bean
    LearnableCases learnableCases(MongoTemplate mongo, AggregateStore<PetitionCase> store, SealedTexts texts) {
        return new LearnableCases(mongo, store, texts);
    }

    @Bean
    GroupableCases groupableCases(MongoTemplate mongo, AggregateStore<PetitionCase> store, SealedTexts texts) {
        return new GroupableCases(mongo, store, texts);
    }

    @Bean
    CaseCommands caseCommands(
            AggregateStore<PetitionCase> store,
            Editions editions,
            Rosters rosters,
            SealedTexts texts,
            InstantSource clock,
            MeterRegistry meters) {
        return new CaseCommands(store, editions, rosters, texts, clock, meters);
    }

    @Bean
    NeutralHeadings neutralHeadings(SealedTexts texts, Editions editions) {
        return new NeutralHeadings(texts, editions);
    }

    @Bean
    Rosters rosters(MongoTemplate mongo) {
        return new Rosters(mongo);
    }

    @Bean
    Cases cases(MongoTemplate mongo, AggregateStore<PetitionCase> store, Editions editions, MeterRegistry meters) {
        Cases cases = new Cases(mongo, store, editions);
        Gauge.builder(RoutingMetric.WITHOUT_CLOCK.metricName(), cases, Cases::withoutClock)
                .description("Open cases without a next rung; always 0")
                .register(meters);
        Gauge.builder(RoutingMetric.WITHOUT_HOLDER.metricName(), cases, Cases::countWithoutHolder)
                .description("Cases that everybody in the organisation is kept from; always 0")
                .register(meters);
        return cases;
    }

    @Bean
    CaseNumbers caseNumbers(MongoTemplate mongo, Editions editions, InstantSource clock, MeterRegistry meters) {
        return new CaseNumbers(mongo, editions, clock, meters);
    }

    @Bean
    Loop countingCases(CaseNumbers numbers, @Value("${redress.cases.count-every:1m}") Duration every) {
        return Loop.every("counting-cases", every, numbers::count);
    }

    @Bean
    OpenCases openCases(PatientMongo mongo, AggregateStore<PetitionCase> store) {
        return new OpenCases(mongo.template(), store);
    }

    @Bean
    GuardKeeper guardKeeper(OpenCases open, Editions editions, InstantSource clock) {
        return new GuardKeeper(open, editions, clock);
    }

    @Bean
    Resettlement resettlement(OpenCases open, Editions editions, Rosters rosters, InstantSource clock) {
        return new Resettlement(open, editions, rosters, clock);
    }

    @Bean
    CaseKeeper caseKeeper(Editions editions, GuardKeeper guards, Resettlement resettlement, MeterRegistry meters) {
        CaseKeeper keeper = new CaseKeeper(editions, guards, resettlement);
        Gauge.builder(
                        RoutingMetric.ORGANISATION_VERSION.metricName(),
                        editions,
                        known -> known.active().number())
                .description("Version of the organisation this instance works by")
                .register(meters);
        Gauge.builder(RoutingMetric.ORGANISATION_KEPT.metricName(), keeper, CaseKeeper::kept)
                .description("Version that all open cases were brought in line with; 0 while some wait")
                .register(meters);
        return keeper;
    }

    @Bean
    Loop keepingCases(CaseKeeper keeper, @Value("${redress.organisation.follow-every:2s}") Duration every) {
        return Loop.every("keeping-cases", every, keeper::follow);
    }

    @Bean
    Loop guardingCases(CaseKeeper keeper, @Value("${redress.guard.look-every:10m}") Duration every) {
        return Loop.every("guarding-cases", every, keeper::keep);
    }

    @Bean
    Loop keepingJoins(JoinKeeper keeper, @Value("${redress.joins.look-every:1s}") Duration every) {
        return Loop.every("keeping-joins", every, keeper::lookAtAll);
    }

    @Bean
    JoinKeeper joinKeeper(
            MongoTemplate mongo,
            AggregateStore<PetitionCase> store,
            Editions editions,
            Rosters rosters,
            SealedTexts texts,
            InstantSource clock,
            MeterRegistry meters) {
        JoinKeeper keeper = new JoinKeeper(mongo, store, editions, rosters, texts, clock);
        Gauge.builder(RoutingMetric.JOINS_WAITING.metricName(), keeper, JoinKeeper::waiting)
                .description("Joined cases whose changes are still to be carried over")
                .register(meters);
        return keeper;
    }

    @Bean
    Loop tellingOtherwise(
            Tellings tellings, CaseCommands commands, @Value("${redress.tellings.look-every:2s}") Duration every) {
        return Loop.every("telling-otherwise", every, new Unreached(tellings, commands)::follow);
    }

    @Bean
    Tellings tellings(MongoTemplate mongo, Ledger ledger) {
        return new Tellings(mongo, ledger);
    }
}
