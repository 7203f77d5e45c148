package org.redress.routing.cases;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.redress.contracts.Sealed;
import org.redress.routing.SampleConfiguration;
import org.redress.routing.classification.Classification;
import org.redress.routing.clocks.Purpose;
import org.redress.routing.organisation.Edition;

/** Cases that reached their state by real changes. */
final class SampleCases {

    static final Edition EDITION = SampleConfiguration.edition();
    static final Actor LI_WEI = new Actor("li.wei", "plant-1.labour");

    private static final Sealed SEALED = new Sealed("none", "none", new byte[0], new byte[0]);

    private SampleCases() {}

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    static CaseText text(CaseText.Kind kind) {
        return new CaseText("text-1", kind, "digest", SEALED);
    }

    /** What a petitioner added with a request, as it was sealed at the door. */
    static CaseText supplement(String request) {
        return new CaseText(request, CaseText.Kind.SUPPLEMENT, null, SEALED);
    }

    static PetitionCase registered(Purpose purpose, String receivedAt, String takenAt) {
        Petition petition = new Petition("web", purpose, "plant-1", at(receivedAt), at(takenAt), 1, null, SEALED, null);
        Classification classified =
                new Classification("labour.pay", List.of(new Classification.Match("工资", true, false)));
        PetitionCase made = new PetitionCase("petition-1");
        made.register(
                purpose == Purpose.REPORT
                        ? new Registration(petition, null, EDITION.assigner().toDiscipline(), 1)
                        : new Registration(
                                petition, classified, EDITION.assigner().assign("plant-1", classified), 1),
                EDITION,
                at(takenAt));
        return made;
    }

    static PetitionCase appeal() {
        return registered(Purpose.APPEAL, "2026-03-02T10:00", "2026-03-02T10:00");
    }
}
