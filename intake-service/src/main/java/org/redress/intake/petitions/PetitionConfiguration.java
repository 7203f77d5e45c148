package org.redress.intake.petitions;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.redress.contracts.Topic;
import org.redress.intake.receipts.AccessCodes;
import org.redress.intake.receipts.Receipts;
import org.redress.platform.publishing.AggregateStore;
import org.redress.platform.publishing.AggregateStores;
import org.redress.platform.sealing.KeyFiles;
import org.redress.platform.sealing.Mac;
import org.redress.platform.web.OpenPaths;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The keys intake holds, where it keeps petitions, and what is open to everybody. */
@Configuration(proxyBeanMethods = false)
class PetitionConfiguration {

    private static final int PATIENCE_SECONDS = 5;

    @Bean
    OpenPaths openPaths() {
        return new OpenPaths(List.of(
                "/",
                "/api/code-lists",
                "/track",
                "/petition",
                "/api/petitions",
                "/api/tracking",
                "/api/tracking/supplement",
                "/api/tracking/review",
                "/api/tracking/unsealings",
                "/api/tracking/withdraw"));
    }

    /** Who stands at the door is told soon that the database is away. */
    @Bean
    MongoClientSettingsBuilderCustomizer shortPatience() {
        return settings -> settings.applyToClusterSettings(
                cluster -> cluster.serverSelectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    @Bean
    AggregateStore<Petition> petitionStore(AggregateStores stores) {
        return stores.of(Petition.class, Topic.SUBMISSIONS);
    }

    @Bean
    KeyFiles keyFiles(@Value("${redress.keys:}") String folder) {
        if (folder.isBlank()) {
            throw new IllegalStateException(
                    "Intake seals what it takes: set REDRESS_KEYS to the folder with its keys.");
        }
        return new KeyFiles(Path.of(folder));
    }

    @Bean
    Mac receiptsMac(KeyFiles keys) {
        return keys.mac("receipts");
    }

    @Bean
    TextSealer textSealer(KeyFiles keys) {
        return new TextSealer(keys.sealer("content"), keys.sealer("contact"));
    }

    @Bean
    AccessCodes accessCodes(Mac receiptsMac) {
        return new AccessCodes(receiptsMac);
    }

    @Bean
    SubmitPetition submitPetition(
            Petitions petitions, TextSealer sealer, Mac receiptsMac, AccessCodes codes, InstantSource clock) {
        return new SubmitPetition(
                petitions, sealer, new SubmissionDigests(receiptsMac), codes, clock, new Receipts()::draw);
    }
}
