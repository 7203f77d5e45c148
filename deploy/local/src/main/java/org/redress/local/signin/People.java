package org.redress.local.signin;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.jspecify.annotations.Nullable;
import org.redress.starters.StartFailure;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The demo people: the officers of the sample organisation, an auditor and an administrator.
 *
 * @param all everyone who can sign in
 */
public record People(List<Person> all) {

    private static final Person AUDITOR = new Person("auditor", "审计员 Auditor", "auditor", Set.of(Role.auditor));
    private static final Person ADMIN = new Person("admin", "管理员 Administrator", "admin", Set.of(Role.admin));

    private static final CSVFormat TABLE = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

    /** Copies the list. */
    public People {
        all = List.copyOf(all);
    }

    /**
     * Reads the officers of an organisation file, or of the tables beside it; without the file only the auditor and the
     * administrator remain.
     */
    public static People of(Path organisation) {
        List<Person> people = new ArrayList<>();
        if (Files.exists(organisation)) {
            Map<?, ?> content = read(organisation);
            people.addAll(officers(list("units", content, organisation), list("posts", content, organisation)));
        }
        people.add(AUDITOR);
        people.add(ADMIN);
        return new People(people);
    }

    /** A person by the name to sign in with. */
    public Optional<Person> byId(String id) {
        return all.stream().filter(person -> person.id().equals(id)).findFirst();
    }

    /** The first person with a role. */
    public Optional<Person> first(Role role) {
        return all.stream().filter(person -> person.roles().contains(role)).findFirst();
    }

    private static Map<?, ?> read(Path organisation) {
        try (Reader reader = Files.newBufferedReader(organisation)) {
            Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            return content instanceof Map<?, ?> map ? map : Map.of();
        } catch (YAMLException e) {
            throw new StartFailure("%s is no valid YAML: %s".formatted(organisation, e.getMessage()), e);
        } catch (IOException e) {
            throw new UncheckedIOException("The organisation cannot be read from " + organisation, e);
        }
    }

    private static List<Map<?, ?>> list(String name, Map<?, ?> content, Path organisation) {
        Path table = organisation.resolveSibling(name + ".csv");
        return Files.exists(table) ? rows(table) : maps(content.get(name));
    }

    /** The rows of a table; an empty cell gives no value. */
    private static List<Map<?, ?>> rows(Path table) {
        try {
            String text = Files.readString(table).replaceFirst("^\uFEFF", "");
            try (CSVParser parser = CSVParser.parse(text, TABLE)) {
                List<Map<?, ?>> rows = new ArrayList<>();
                for (CSVRecord record : parser) {
                    Map<String, String> row = record.toMap();
                    row.values().removeIf(String::isBlank);
                    rows.add(row);
                }
                return rows;
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new StartFailure("%s cannot be read as a table: %s".formatted(table, e.getMessage()), e);
        }
    }

    private static List<Person> officers(List<Map<?, ?>> units, List<Map<?, ?>> posts) {
        Set<String> leading = new HashSet<>();
        units.stream().filter(unit -> unit.get("parent") == null).forEach(root -> {
            leading.add(text(root.get("head")));
            leading.add(text(root.get("petitionOffice")));
        });
        Map<String, Person> officers = new LinkedHashMap<>();
        posts.stream()
                .filter(post -> post.get("officer") != null)
                .map(post -> holder(post, leading))
                .forEach(person -> officers.merge(person.id(), person, Person::and));
        return List.copyOf(officers.values());
    }

    /** Who holds a post; a supervisor watches over all units, so only who leads them all is one. */
    private static Person holder(Map<?, ?> post, Set<String> leading) {
        Set<Role> roles = EnumSet.of(Role.officer);
        if (leading.contains(text(post.get("id")))) {
            roles.add(Role.supervisor);
        }
        String title = text(post.get("unit")) + ' ' + text(post.get("title"));
        return new Person(text(post.get("officer")), text(post.get("name")), title, roles);
    }

    private static List<Map<?, ?>> maps(@Nullable Object value) {
        List<Map<?, ?>> maps = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(item -> {
                if (item instanceof Map<?, ?> map) {
                    maps.add(map);
                }
            });
        }
        return maps;
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
