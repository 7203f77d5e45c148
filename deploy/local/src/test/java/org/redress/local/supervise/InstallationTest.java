package org.redress.local.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.local.run.PortPlan;
import org.redress.local.run.RunFolder;
import org.redress.starters.Repository;

class InstallationTest {

    @TempDir
    Path folder;

    private Map<String, String> run = Map.of();

    @BeforeEach
    void prepares() {
        run = Map.of("REDRESS_RUN", folder.resolve("run").toString());
        RunFolder.of(run).prepare();
    }

    private Installation with(Map<String, String> environment) {
        return new Installation(RunFolder.of(run), PortPlan.of(Map.of(), Map.of()), environment);
    }

    @Test
    void runsTheSampleOrganisationUnlessAnotherIsNamed() {
        Installation sample = with(Map.of("REDRESS_CONFIGURATION", " "));

        assertThat(sample.addresses())
                .containsEntry(
                        "REDRESS_CONFIGURATION",
                        Repository.root().resolve("deploy/demo/configuration").toString());
        assertThat(sample.people().byId("zhou.mingyuan")).isPresent();
    }

    @Test
    void runsAnotherOrganisationWithItsOwnPeople() throws Exception {
        Files.writeString(folder.resolve("organisation.yaml"), """
                units: [{code: top, name: Top, head: top.head, petitionOffice: top.head}]
                posts: [{id: top.head, title: Head, unit: top, officer: a.a, name: A, email: a@example.org, language: zh}]
                """);

        Installation other = with(Map.of("REDRESS_CONFIGURATION", folder.toString()));

        assertThat(other.addresses()).containsEntry("REDRESS_CONFIGURATION", folder.toString());
        assertThat(other.people().byId("a.a")).isPresent();
        assertThat(other.people().byId("zhou.mingyuan")).isEmpty();
    }
}
