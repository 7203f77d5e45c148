package org.redress.routing.organisation;

import java.util.Map;
import java.util.Optional;
import org.redress.contracts.Topic;
import org.redress.routing.classification.TopicTree;
import org.redress.routing.classification.TopicTreeReader;
import org.redress.routing.clocks.ClockRules;
import org.redress.routing.clocks.ClockRulesReader;
import org.redress.routing.configuration.ConfigurationFile;
import org.redress.routing.configuration.Entry;
import org.redress.routing.configuration.InvalidConfigurationException;
import org.redress.routing.configuration.Problem;
import org.redress.routing.configuration.Problems;

/** Reads the files of a configuration and validates them as one whole. */
public final class RulebookReader {

    static final String ORGANISATION = "organisation.yaml";
    static final String TOPICS = "topics.yaml";
    static final String RESPONSIBILITY = "responsibility.yaml";
    static final String CLOCKS = "clocks.yaml";
    static final String LOCAL_CLOCKS = "clocks.local.yaml";

    private RulebookReader() {}

    /**
     * Reads the files by name.
     *
     * @throws InvalidConfigurationException with everything that is wrong in any of them
     */
    public static Rulebook read(Map<String, String> files) {
        return readWhole(files, new Problems());
    }

    /** The same, refused as well for what was found wrong before. */
    static Rulebook readWhole(Map<String, String> files, Problems problems) {
        Rulebook rulebook = read(files, problems);
        problems.refuseAny();
        canBePublished(rulebook, problems);
        problems.refuseAny();
        return rulebook;
    }

    private static void canBePublished(Rulebook rulebook, Problems problems) {
        int bytes = OrganisationRecord.bytesOf(rulebook);
        int largest = Topic.ORGANISATION.largestEventBytes();
        if (bytes > largest) {
            problems.add(new Problem(
                    ORGANISATION,
                    1,
                    "",
                    "is too large to be published: its units and posts take " + bytes + " bytes, and at most " + largest
                            + " are possible"));
        }
    }

    /**
     * Reads files that took effect once and were found valid then, whatever is asked of them today; what they do not say
     * reads as the least there can be.
     */
    static Rulebook readKept(Map<String, String> files) {
        return read(files, new Problems());
    }

    private static Rulebook read(Map<String, String> files, Problems problems) {
        Organisation organisation = new OrganisationReader(problems).read(file(files, ORGANISATION, problems), files);
        TopicTree topics = new TopicTreeReader(problems).read(file(files, TOPICS, problems));
        ClockRules clocks = new ClockRulesReader(problems)
                .read(
                        file(files, CLOCKS, problems),
                        Optional.ofNullable(files.get(LOCAL_CLOCKS))
                                .map(text -> new ConfigurationFile(LOCAL_CLOCKS, text)));
        Entry top = net(files, problems);
        ResponsibilityNet net = new NetReader(organisation, topics, problems)
                .read(top, Table.RESPONSIBILITY.entries(top, files, problems));
        return new Rulebook(organisation, net, topics, clocks);
    }

    /** The file of the net as a whole; its table alone will do. */
    private static Entry net(Map<String, String> files, Problems problems) {
        String table = Table.RESPONSIBILITY.file();
        return files.containsKey(table) && !files.containsKey(RESPONSIBILITY)
                ? new ConfigurationFile(table, "{}").top(problems)
                : file(files, RESPONSIBILITY, problems).top(problems).only("net");
    }

    private static ConfigurationFile file(Map<String, String> files, String name, Problems problems) {
        String text = files.get(name);
        if (text == null) {
            problems.add(new Problem(name, 1, "", "is missing"));
        }
        return new ConfigurationFile(name, text == null ? "{}" : text);
    }
}
