package org.redress.journey;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** The rules of the architecture; each one has a class in the test sources that breaks it. */
enum Rules {
    ONLY_THE_PLATFORM_ASKS_THE_MACHINE_FOR_THE_TIME(noClasses()
            .that()
            .resideOutsideOfPackage("org.redress.platform..")
            .should()
            .callMethodWhere(asksForTheTime())),

    CONTRACTS_KNOW_NO_FRAMEWORK(noClasses()
            .that()
            .resideInAPackage("org.redress.contracts..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.apache.kafka..", "com.mongodb..", "org.bson..")),

    SERVICES_KNOW_EACH_OTHER_BY_CONTRACTS_ALONE(classes()
            .that()
            .resideInAPackage("org.redress.intake..")
            .should()
            .onlyDependOnClassesThat(
                    notIn("org.redress.routing", "org.redress.notification", "org.redress.analytics"))),

    ROUTING_KNOWS_OTHERS_BY_CONTRACTS_ALONE(classes()
            .that()
            .resideInAPackage("org.redress.routing..")
            .should()
            .onlyDependOnClassesThat(notIn("org.redress.intake", "org.redress.notification", "org.redress.analytics"))),

    NOTIFICATION_KNOWS_OTHERS_BY_CONTRACTS_ALONE(classes()
            .that()
            .resideInAPackage("org.redress.notification..")
            .should()
            .onlyDependOnClassesThat(notIn("org.redress.intake", "org.redress.routing", "org.redress.analytics"))),

    ANALYTICS_KNOWS_OTHERS_BY_CONTRACTS_ALONE(classes()
            .that()
            .resideInAPackage("org.redress.analytics..")
            .should()
            .onlyDependOnClassesThat(notIn("org.redress.intake", "org.redress.routing", "org.redress.notification"))),

    THE_PLATFORM_KNOWS_NO_SERVICE(classes()
            .that()
            .resideInAPackage("org.redress.platform..")
            .should()
            .onlyDependOnClassesThat(notIn(
                    "org.redress.intake", "org.redress.routing", "org.redress.notification", "org.redress.analytics"))),

    NO_SERVICE_CALLS_THE_BROKER(noClasses()
            .that()
            .resideInAnyPackage(
                    "org.redress.intake..",
                    "org.redress.routing..",
                    "org.redress.notification..",
                    "org.redress.analytics..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "org.springframework.kafka..",
                    "org.springframework.cloud.stream.function..")),

    CONTROLLERS_AND_CONFIGURATIONS_ARE_HIDDEN(noClasses()
            .that()
            .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
            .or()
            .areAnnotatedWith("org.springframework.stereotype.Controller")
            .or()
            .areAnnotatedWith("org.springframework.context.annotation.Configuration")
            .should()
            .bePublic()),

    PACKAGES_ARE_NAMED_AFTER_FEATURES(noClasses()
            .should()
            .resideInAnyPackage(
                    "..service..", "..dto..", "..mapper..", "..util..", "..utils..", "..impl..", "..common..")),

    FIELDS_ARE_NOT_INJECTED(noFields()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .orShould()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")),

    NOBODY_SLEEPS_OR_PRINTS(noClasses()
            .that()
            .resideOutsideOfPackages("org.redress.tools..", "org.redress.local..", "org.redress.starters..")
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")),

    NOTHING_SHARES_A_SCHEDULER(
            noMethods().should().beAnnotatedWith("org.springframework.scheduling.annotation.Scheduled")),

    NEITHER_INTAKE_NOR_ANALYTICS_CAN_OPEN(noClasses()
            .that()
            .resideInAnyPackage("org.redress.intake..", "org.redress.analytics..")
            .should()
            .dependOnClassesThat(opens())
            .orShould()
            .callMethodWhere(asksForWhatOpens())),

    EVENTS_ARE_RECORDS(classes()
            .that()
            .implement("org.redress.contracts.Event")
            .and()
            .areNotInterfaces()
            .should()
            .beRecords()
            .andShould()
            .beAnnotatedWith("org.redress.contracts.WireType"));

    private final ArchRule rule;

    Rules(ArchRule rule) {
        this.rule = rule;
    }

    ArchRule rule() {
        return rule;
    }

    private static DescribedPredicate<JavaMethodCall> asksForTheTime() {
        Set<String> owners = Set.of(
                "java.time.Instant",
                "java.time.LocalDate",
                "java.time.LocalDateTime",
                "java.time.ZonedDateTime",
                "java.time.OffsetDateTime",
                "java.time.LocalTime",
                "java.time.Year");
        return DescribedPredicate.describe("that ask the machine for the time", call -> {
            String owner = call.getTargetOwner().getFullName();
            String name = call.getName();
            return (owners.contains(owner) && name.equals("now"))
                    || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"))
                    || (owner.equals("java.time.Clock") && name.startsWith("system"))
                    || (owner.equals("java.time.InstantSource") && name.equals("system"));
        });
    }

    private static DescribedPredicate<JavaClass> opens() {
        return DescribedPredicate.describe(
                "that open what is sealed",
                type -> type.getFullName().equals("org.redress.platform.sealing.Opener")
                        || type.getPackageName().startsWith("com.google.crypto.tink"));
    }

    private static DescribedPredicate<JavaMethodCall> asksForWhatOpens() {
        return DescribedPredicate.describe(
                "that ask for a private key",
                call -> call.getTargetOwner().getFullName().equals("org.redress.platform.sealing.KeyFiles")
                        && Set.of("opener", "ownSealer").contains(call.getName()));
    }

    private static DescribedPredicate<JavaClass> notIn(String... packages) {
        Set<String> refused = Set.of(packages);
        return DescribedPredicate.describe(
                "outside " + refused,
                type -> refused.stream().noneMatch(p -> (type.getPackageName() + ".").startsWith(p + ".")));
    }
}
