package org.millwright.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.millwright.error.Problems;
import org.millwright.model.Severity;
import org.millwright.yaml.YamlDocument;
import org.millwright.yaml.YamlNode;

/**
 * What one run shall do.
 *
 * @param lake folder that holds tables and releases
 * @param scheme id of the industry scheme
 * @param baseYear year to whose prices figures are carried; stamped on their rows
 * @param sources the sources, and where in the landing folder their files lie
 * @param composites ids of the composite indices to compute
 * @param growthSpans lengths of the spans over which years are compared, in years, beside the year before
 * @param keep which releases are kept; all of them if empty
 * @param monitoring who is told how the run ended
 */
public record RunSettings(
        String lake,
        String scheme,
        int baseYear,
        List<SourcePath> sources,
        List<String> composites,
        List<Integer> growthSpans,
        Optional<Keep> keep,
        Monitoring monitoring) {
    public static final String DEFAULT_LAKE = "lake";
    public static final List<Integer> DEFAULT_GROWTH_SPANS = List.of(5, 10);
    private static final int DEFAULT_BASE_YEAR = 2015;
    private static final int LONGEST_SPAN = 500;

    /**
     * A source and its files.
     *
     * @param path a glob, relative to the landing folder
     * @param optional whether the others are published without it, where it has no file or a bad one
     * @param gates what is asked of its deliveries beside its contract
     */
    public record SourcePath(String contract, String path, boolean optional, Gates gates) {
        /** A source that must be there and has no gates. */
        public SourcePath(String contract, String path) {
            this(contract, path, false, Gates.NONE);
        }
    }

    /** Reads settings from YAML; every problem, an unknown key among them, is reported with its line. */
    public static RunSettings read(String file, String text, Problems problems) {
        YamlNode root = YamlDocument.read(file, text, problems);
        RunSettings settings = new RunSettings(
                root.text("lake", DEFAULT_LAKE),
                root.text("scheme"),
                root.integer("base-year", DEFAULT_BASE_YEAR),
                root.list("sources", RunSettings::source),
                root.list("composites", YamlNode::scalar),
                root.has("growth-spans") ? root.list("growth-spans", RunSettings::span) : DEFAULT_GROWTH_SPANS,
                Keep.read(root),
                Monitoring.read(root));
        root.refuseOtherKeys();
        if (settings.sources().isEmpty()) {
            root.problem("no source is named", "Add one under 'sources'");
        }
        return settings;
    }

    private static SourcePath source(YamlNode node) {
        SourcePath source = new SourcePath(
                node.text("contract"), node.text("path"), node.flag("optional", false), Gates.read(node));
        node.refuseOtherKeys();
        if (source.optional()) {
            refuseStopping(node.at("gates"), source.gates());
        }
        return source;
    }

    /** A stale or a drifting source has nothing to leave out: as an error it could only stop the others, too. */
    private static void refuseStopping(YamlNode node, Gates gates) {
        Stream<Severity> severities = Stream.concat(
                gates.freshness().stream().map(Gates.Freshness::severity),
                gates.drift().stream().map(Gates.Drift::severity));
        if (severities.anyMatch(Severity.ERROR::equals)) {
            node.problem(
                    "an optional source stops no run, so that its freshness and its drift are no errors",
                    "Write severity: warning, or make the source a required one");
        }
    }

    private static int span(YamlNode node) {
        double years = node.number().orElse(2);
        if (years != Math.rint(years) || years < 2 || years > LONGEST_SPAN) {
            node.problem(
                    "'" + node.scalar() + "' is not the length of a span",
                    "Write a whole number of years, 2 or more; the year before is always compared");
        }
        return (int) years;
    }

    /** The source of an id. */
    public SourcePath source(String contract) {
        return sources.stream()
                .filter(source -> source.contract().equals(contract))
                .findFirst()
                .orElseThrow();
    }

    /** Everything here that decides the figures, as text: the place of the lake does not, nor gates, nor who is told. */
    public String figuresDependOn() {
        return String.join(
                " ",
                scheme,
                String.valueOf(baseYear),
                sources.stream()
                        .map(source -> source.contract() + " " + source.path())
                        .toList()
                        .toString(),
                composites.toString(),
                growthSpans.toString());
    }
}
