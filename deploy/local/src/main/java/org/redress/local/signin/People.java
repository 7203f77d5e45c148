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

    /** Copies the list. */
    public People {
        all = List.copyOf(all);
    }

    /** Reads the officers of an organisation file; without the file only the auditor and the administrator remain. */
    public static People of(Path organisation) {
        List<Person> people = new ArrayList<>();
        if (Files.exists(organisation)) {
            people.addAll(officers(read(organisation)));
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

    private static List<Person> officers(Map<?, ?> organisation) {
        Set<String> leading = new HashSet<>();
        maps(organisation.get("units")).stream()
                .filter(unit -> unit.get("parent") == null)
                .forEach(root -> {
                    leading.add(text(root.get("head")));
                    leading.add(text(root.get("petitionOffice")));
                });
        Map<String, Person> officers = new LinkedHashMap<>();
        maps(organisation.get("posts")).stream()
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
