package org.redress.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.redress.starters.Repository;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page of settings is written from what each module's jar says of its settings and from the defaults in its files. */
class SettingsPageTest {

    private static final Path PAGE = Repository.root().resolve("deploy/docs/settings.md");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> TITLES = Map.of(
            "platform", "Every service",
            "intake-service", "Intake",
            "routing-service", "Routing",
            "notification-service", "Notification",
            "analytics-service", "Analytics");
    private static final List<String> ORDER =
            List.of("platform", "intake-service", "routing-service", "notification-service", "analytics-service");

    /** A setting with a variable of its own. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+):(.*)}");

    private static final Pattern VARIABLES = Pattern.compile("\\$\\{([A-Z_]+):");
    private static final Pattern IN_CODE = Pattern.compile("\\$\\{(redress\\.[a-z.-]+)(?::([^}]*))?}");
    private static final Pattern CODE_WORD = Pattern.compile("\\{@(?:code|link) ([^}]+)}");

    @Test
    void pageIsWhatTheSettingsSayOfThemselves() throws IOException {
        String page = page();
        if (Boolean.getBoolean("redress.write-docs")) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).content().isEqualTo(page);
    }

    @Test
    void eachSettingSaysWhatItMeans() throws IOException {
        List<String> silent = new ArrayList<>();
        for (String module : ORDER) {
            settings(module).forEach((name, setting) -> {
                if (setting.meaning().isBlank()) {
                    silent.add(name);
                }
            });
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void defaultsInTheCodeAreThoseThatAreTold() throws IOException {
        Set<String> wrong = new TreeSet<>();
        Map<String, Set<String>> told = new TreeMap<>();
        for (String module : ORDER) {
            settings(module)
                    .forEach((name, setting) ->
                            told.computeIfAbsent(name, key -> new TreeSet<>()).add(setting.fallback()));
        }
        for (String module : ORDER) {
            for (Path file : Monitoring.files(Repository.root().resolve(module).resolve("src/main/java"), ".java")) {
                IN_CODE.matcher(Files.readString(file)).results().forEach(asked -> {
                    String name = asked.group(1).replaceFirst("^(redress\\.urls)\\..*", "$1");
                    Set<String> fallbacks = told.getOrDefault(name, Set.of());
                    if (fallbacks.isEmpty() || asked.group(2) != null && !fallbacks.contains(asked.group(2))) {
                        wrong.add(asked.group() + " in " + file.getFileName() + ", told " + fallbacks);
                    }
                });
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void eachVariableOfTheFilesIsToldOf() throws IOException {
        String page = page();
        Set<String> missing = new TreeSet<>();
        for (String module : ORDER) {
            defaults(module)
                    .forEach((name, value) -> VARIABLES.matcher(value).results().forEach(variable -> {
                        if (!page.contains(variable.group(1))) {
                            missing.add(variable.group(1) + " for " + name);
                        }
                    }));
        }
        assertThat(missing).isEmpty();
    }

    private record Setting(String variable, String type, String fallback, String meaning) {}

    private static String page() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Every setting

                Written by `SettingsPageTest` from the programs; after a change it is written anew with
                `deploy/test -pl deploy/journey -am -Dtest=SettingsPageTest -Dredress.write-docs=true
                -Dsurefire.failIfNoSpecifiedTests=false`.

                Set one by its variable, where it has one, or by its name in capitals with `_` for each dot and without hyphens
                (`redress.web.body-limit` is `REDRESS_WEB_BODYLIMIT`), as an option (`--redress.web.body-limit=2MB`), or in a file
                ([secrets from files](hardening.md#secrets-from-files)). A *duration* is `500ms`, `15s`, `10m`, `1h` or `5d`, in real
                time unless it says business time; a *size* is `512KB` or `8MB`. What is for production alone:
                [installing](install.md). Settings of Spring Boot, Kafka's and MongoDB's clients that are not named here hold as these
                document them.
                """);
        for (String module : ORDER) {
            page.append("\n## %s\n\n| setting | type | default | meaning |\n|---|---|---|---|\n"
                    .formatted(TITLES.get(module)));
            settings(module)
                    .forEach((name, setting) -> page.append("| `%s`%s | %s | %s | %s |\n"
                            .formatted(
                                    name,
                                    setting.variable().isBlank() ? "" : "<br>`" + setting.variable() + "`",
                                    setting.type(),
                                    setting.fallback().isBlank()
                                            ? ""
                                            : "`" + setting.fallback().replace("|", "\\|") + "`",
                                    setting.meaning().replace("|", "\\|"))));
        }
        return page.toString();
    }

    /** Those that a module describes and, of a service, those of all services that it sets otherwise. */
    private static Map<String, Setting> settings(String module) throws IOException {
        Map<String, String> set = defaults(module);
        Map<String, Setting> settings = new TreeMap<>();
        for (JsonNode property : described(module)) {
            settings.putIfAbsent(property.path("name").asString(), setting(property, set));
        }
        for (JsonNode property : described("platform")) {
            if (!whatIsSet(set, property.path("name").asString()).isBlank()) {
                settings.putIfAbsent(property.path("name").asString(), setting(property, set));
            }
        }
        return settings;
    }

    private static List<JsonNode> described(String module) throws IOException {
        Path folder = Repository.root().resolve(module);
        List<JsonNode> properties = new ArrayList<>();
        // The compiler takes this into the other file, but not when it alone was changed.
        for (String file : List.of(
                "src/main/resources/META-INF/additional-spring-configuration-metadata.json",
                "target/classes/META-INF/spring-configuration-metadata.json")) {
            Path metadata = folder.resolve(file);
            if (Files.exists(metadata)) {
                properties.addAll(JSON.readTree(Files.readString(metadata))
                        .path("properties")
                        .values());
            }
        }
        // What operators' addresses of the programs can do is Spring's to set.
        properties.removeIf(property -> property.path("name").asString().startsWith("management."));
        return properties;
    }

    private static Setting setting(JsonNode property, Map<String, String> set) {
        String here = whatIsSet(set, property.path("name").asString());
        Matcher variable = VARIABLE.matcher(here);
        boolean named = variable.matches();
        String fallback = here.isBlank() ? property.path("defaultValue").asString("") : here;
        return new Setting(
                named ? variable.group(1) : "",
                type(property.path("type").asString()),
                named ? variable.group(2) : fallback,
                sentence(property.path("description").asString("")));
    }

    private static Map<String, String> defaults(String module) throws IOException {
        String file = module.equals("platform") ? "redress-platform.yaml" : "application.yaml";
        Map<String, String> defaults = read(module, file);
        if (module.equals("analytics-service")) {
            defaults.putAll(read(module, "figures.yaml"));
            // Definitions of figures fill a file, not a cell.
            defaults.keySet().removeIf(name -> name.startsWith("redress.figures.sets"));
        }
        return defaults;
    }

    /** What a module's own file sets; a document for a profile is none of it. */
    private static Map<String, String> read(String module, String file) throws IOException {
        Path path =
                Repository.root().resolve(module).resolve("src/main/resources").resolve(file);
        PropertySource<?> first = new YamlPropertySourceLoader()
                .load(file, new FileSystemResource(path))
                .getFirst();
        Map<String, String> defaults = new TreeMap<>();
        for (String name : ((EnumerablePropertySource<?>) first).getPropertyNames()) {
            defaults.put(name, String.valueOf(first.getProperty(name)));
        }
        return defaults;
    }

    /** Maps and lists entry by entry. */
    private static String whatIsSet(Map<String, String> set, String name) {
        if (set.containsKey(name)) {
            return set.get(name);
        }
        List<String> entries = new ArrayList<>();
        set.forEach((each, value) -> {
            if (each.startsWith(name + ".") || each.startsWith(name + "[")) {
                entries.add(each.substring(name.length()).replaceFirst("^\\.", "") + " = " + value);
            }
        });
        return String.join(", ", entries);
    }

    private static String type(String type) {
        String simple = type.replaceAll("<.*", "").replaceAll(".*[.$]", "");
        return switch (simple) {
            case "String", "ZoneId", "Locale" -> "text";
            case "Integer" -> "number";
            case "Double", "Float" -> "fraction";
            case "Boolean" -> "true, false";
            case "Duration" -> "duration";
            case "DataSize" -> "size";
            case "LocalTime" -> "time of day";
            case "Path" -> "path";
            case "Rate" -> "requests, per";
            case "List", "Set" -> "list";
            case "Map" -> "by name";
            default -> simple;
        };
    }

    private static String sentence(String words) {
        String plain = CODE_WORD.matcher(words).replaceAll("`$1`");
        if (plain.isBlank()) {
            return "";
        }
        return Character.toUpperCase(plain.charAt(0)) + plain.substring(1) + (plain.endsWith(".") ? "" : ".");
    }
}
