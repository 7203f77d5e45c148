package org.redress.local.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.starters.StartFailure;

class PeopleTest {

    @TempDir
    private Path folder;

    @Test
    void areReadFromTablesToo() throws IOException {
        Path organisation = Files.writeString(folder.resolve("organisation.yaml"), "id: one\n");
        Files.writeString(folder.resolve("units.csv"), """
                \uFEFFcode,parent,head,petitionOffice
                top,,top.head,top.office
                low,top,low.head,top.office
                """);
        Files.writeString(folder.resolve("posts.csv"), """
                id,title,unit,officer,name,deputy
                top.head,"Head, first",top,a.a,A,
                low.head,Head,low,b.b,B,top.head
                vacant,Clerk,low,,,
                """);

        People people = People.of(organisation);

        assertThat(people.all()).extracting(Person::id).containsExactly("a.a", "b.b", "auditor", "admin");
        assertThat(people.byId("a.a").orElseThrow().roles()).isEqualTo(Set.of(Role.officer, Role.supervisor));
        assertThat(people.byId("b.b").orElseThrow().roles()).isEqualTo(Set.of(Role.officer));
    }

    @Test
    void areNotReadFromABrokenTable() throws IOException {
        Path organisation = Files.writeString(folder.resolve("organisation.yaml"), "id: one\n");
        Files.writeString(folder.resolve("posts.csv"), "id,id\n");

        assertThatThrownBy(() -> People.of(organisation))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("posts.csv");
    }
}
