package org.redress.routing.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.routing.SampleConfiguration;
import org.redress.routing.SampleTables;
import org.redress.routing.configuration.InvalidConfigurationException;
import org.redress.routing.configuration.Problem;
import org.redress.routing.organisation.RulebookFiles.TextFile;

class TableTest {

    private static final String UNITS = """
            code,name,parent,head,petitionOffice,outsideBody
            top,Top,,top.head,top.office,Ministry
            low,Low,top,low.head,top.office,
            """;
    private static final String POSTS = """
            id,title,unit,officer,name,email,language,deputy
            top.head,Head,top,a.a,A,a@example.org,zh,
            top.office,Office,top,b.b,B,b@example.org,zh,top.head
            low.head,Head,low,c.c,C,c@example.org,en,
            desk.first,Desk,desk,d.d,D,d@example.org,zh,
            """;
    private static final String ABSENCES = """
            post,from,until
            top.office,2026-03-02,2026-03-06
            low.head,2026-03-02,
            """;
    private static final String NET = """
            topic,unit,owner
            labour,top,top.office
            *,top,top.head
            """;

    private static Map<String, String> small() {
        return new HashMap<>(Map.of(
                "organisation.yaml",
                "id: small\nname: Small\nzone: Asia/Shanghai\n"
                        + "discipline: {code: desk, name: Desk, line: [desk.first]}\n",
                "units.csv",
                UNITS,
                "posts.csv",
                POSTS,
                "absences.csv",
                ABSENCES,
                "responsibility.csv",
                NET,
                "topics.yaml",
                SampleConfiguration.files().get("topics.yaml"),
                "clocks.yaml",
                SampleConfiguration.files().get("clocks.yaml")));
    }

    @Test
    void saysTheSameAsTheListInItsPlace() {
        Rulebook lists = RulebookReader.read(SampleConfiguration.files());

        Rulebook tables = RulebookReader.read(SampleTables.files());

        assertThat(tables.organisation()).isEqualTo(lists.organisation());
        assertThat(new HashSet<>(tables.net().duties()))
                .isEqualTo(new HashSet<>(lists.net().duties()));
    }

    @Test
    void isReadWithAByteOrderMarkQuotesEmptyLinesAndColumnsInAnyOrder() {
        Map<String, String> files = small();
        files.put("units.csv", """
                \uFEFF"name","code", parent ,head,petitionOffice,outsideBody\r
                "Top, ""the first"" of all",top,,top.head,top.office,Ministry\r
                \r
                ,,,,,\r
                " Low ",low,top,low.head,top.office,\r
                """);

        Organisation organisation = RulebookReader.read(files).organisation();

        assertThat(organisation.root().name()).isEqualTo("Top, \"the first\" of all");
        assertThat(organisation.unit("low")).hasValueSatisfying(low -> {
            assertThat(low.name()).isEqualTo("Low");
            assertThat(low.outsideBody()).isNull();
        });
        assertThat(organisation.absences())
                .containsExactly(
                        new Absence("top.office", LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 6)),
                        new Absence("low.head", LocalDate.of(2026, 3, 2), null));
    }

    @Test
    void countsLinesAsAnEditorDoes() {
        Map<String, String> files = small();
        files.put("units.csv", """
                code,name,parent,head,petitionOffice,outsideBody
                top,"Top
                of all",,top.head,top.office,Ministry

                low,Low,top,nobody,top.office,
                """);

        assertThat(problems(files)).contains(new Problem("units.csv", 5, "head", "is no post: nobody"));
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                // file | good | bad | line | column | what is wrong
                "units.csv | low,Low,top,low.head | low,Low,top,nobody | 3 | head | is no post: nobody",
                "units.csv | low,Low,top | low,Low,none | 3 | parent | is no unit: none",
                "units.csv | low,Low,top | low,Low,low | 3 | parent | leads in a circle back to low",
                "units.csv | low,Low,top | low,Low, | 3 | '' | is a second root beside top: its parent is missing",
                "units.csv | low,Low,top | top,Low,top | 3 | code | is given twice: top",
                "units.csv | low,Low,top | low,,top | 3 | name | is missing",
                "units.csv | ,Ministry | , | 2 | outsideBody | is missing: the top leader needs a body outside the organisation",
                "units.csv | low,Low,top | low,Low,top,more | 3 | '' | has 7 values where the first line names 6 columns",
                "units.csv | code,name | code,colour | 1 | colour | is not known here; known are code, english, head, name, outsideBody, parent, petitionOffice",
                "units.csv | code,name | code,code | 1 | code | is given twice",
                "units.csv | code,name | code,parent | 1 | name | is missing",
                "units.csv | low,Low | low,\"Low | 3 | '' | is not a table of comma-separated values: a quotation mark is not closed or misplaced",
                "posts.csv | a@example.org | a.example.org | 2 | email | is no address: a.example.org",
                "posts.csv | c@example.org,en | c@example.org,fr | 4 | language | is neither zh nor en: fr",
                "posts.csv | b.b,B | a.a,B | 3 | officer | has another name or address at top.head: a.a",
                "posts.csv | zh,top.head | zh,top.office | 3 | deputy | leads in a circle back to top.office",
                "posts.csv | d@example.org,zh, | d@example.org,zh,top.head | 5 | deputy | crosses between the discipline desk and the line: top.head",
                "absences.csv | top.office | nobody | 2 | post | is no post: nobody",
                "absences.csv | 2026-03-06 | 2026-03-01 | 2 | until | is before its first day",
                "absences.csv | low.head,2026-03-02 | low.head,today | 3 | from | is not a day such as 2026-03-01",
                "responsibility.csv | labour,top | labor,top | 2 | topic | is no topic: labor",
                "responsibility.csv | labour,top | labour,moon | 2 | unit | is no unit: moon",
                "responsibility.csv | labour,top,top.office | labour,top,x | 2 | owner | is no post: x",
                "responsibility.csv | labour,top | *,top | 3 | '' | is a second owner for * in top",
                "responsibility.csv | *,top | safety,top | 1 | net | leaves the unit top without an owner for personnel",
            })
    void tellsWhatIsWrongByFileLineAndColumn(
            String file, String good, String bad, int line, String column, String message) {
        Map<String, String> files = small();
        assertThat(files.get(file)).contains(good);
        files.computeIfPresent(file, (name, text) -> text.replace(good, bad));

        assertThat(problems(files)).contains(new Problem(file, line, column, message));
    }

    @Test
    void isRefusedBesideTheListInItsPlace() {
        Map<String, String> files = SampleTables.files();
        files.putAll(SampleConfiguration.files());

        assertThat(problems(files))
                .extracting(Problem::toString)
                .contains(
                        "organisation.yaml:17 units is given in units.csv too",
                        "organisation.yaml:31 posts is given in posts.csv too",
                        "responsibility.yaml:6 net is given in responsibility.csv too");
    }

    @Test
    void isNamedWhenItIsEmpty() {
        Map<String, String> files = small();
        files.put("posts.csv", "\n");

        assertThat(problems(files)).contains(new Problem("posts.csv", 1, "", "names no columns"));
    }

    @Test
    void takesThePlaceOfTheListThatWasInEffect() {
        RulebookFiles lists = files(SampleConfiguration.files());
        Map<String, String> tables = SampleTables.files();

        RulebookFiles mixed = lists.with(List.of(
                new TextFile("units.csv", tables.get("units.csv")),
                new TextFile("responsibility.csv", tables.get("responsibility.csv"))));

        assertThat(mixed.files())
                .extracting(TextFile::name)
                .containsExactly("clocks.yaml", "organisation.yaml", "responsibility.csv", "topics.yaml", "units.csv");
        assertThat(mixed.text("organisation.yaml"))
                .hasValueSatisfying(text -> assertThat(text).contains("posts:").doesNotContain("units:"));
        assertThat(mixed.rulebook().organisation()).isEqualTo(lists.rulebook().organisation());
        RulebookFiles back = mixed.with(List.of(
                new TextFile("organisation.yaml", SampleConfiguration.files().get("organisation.yaml")),
                new TextFile("responsibility.yaml", SampleConfiguration.files().get("responsibility.yaml"))));
        assertThat(back).isEqualTo(lists);
    }

    private static RulebookFiles files(Map<String, String> texts) {
        return new RulebookFiles("", List.of())
                .with(texts.entrySet().stream()
                        .map(file -> new TextFile(file.getKey(), file.getValue()))
                        .toList());
    }

    private static List<Problem> problems(Map<String, String> files) {
        return catchThrowableOfType(InvalidConfigurationException.class, () -> RulebookReader.read(files))
                .problems();
    }
}
