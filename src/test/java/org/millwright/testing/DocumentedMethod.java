package org.millwright.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.millwright.contract.Composite;
import org.millwright.contract.Composite.Node;
import org.millwright.error.Problems;
import org.millwright.stat.Family;
import org.millwright.stat.Method;

/**
 * A method with its default options, and its page.
 *
 * @param page the text of the page; empty where there is none
 */
public record DocumentedMethod(Family family, Method method, String page) {
    public static final Path PAGES = Path.of("src/main/resources/methods");

    private static final Pattern HEADING = Pattern.compile("(?m)^\\*\\*(\\w+)\\.\\*\\*");
    private static final Pattern DEFINITION =
            Pattern.compile("`((?:impute|treat|normalise|weights|aggregate): [^`]+)`");

    public static List<DocumentedMethod> all() {
        return Stream.of(Family.values())
                .flatMap(family -> family.methods().values().stream()
                        .map(method -> new DocumentedMethod(family, method, text(family, method))))
                .toList();
    }

    private static String text(Family family, Method method) {
        Path file = PAGES.resolve(family.id()).resolve(method.id() + ".md");
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The headings of the page in their order, each with the text below it. */
    public Map<String, String> sections() {
        Map<String, String> sections = new LinkedHashMap<>();
        List<MatchResult> headings = HEADING.matcher(page).results().toList();
        for (int h = 0; h < headings.size(); h++) {
            int end = h + 1 < headings.size() ? headings.get(h + 1).start() : page.length();
            sections.put(
                    headings.get(h).group(1),
                    page.substring(headings.get(h).end(), end).strip());
        }
        return sections;
    }

    /** The lines of a definition that stand on the page. */
    public List<String> definitions() {
        return definitions(page);
    }

    /** The method as the page's example declares it. */
    public Method example() {
        return read(definitions(sections().getOrDefault("Example", "")).get(0));
    }

    private static List<String> definitions(String text) {
        return DEFINITION.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /**
     * The method that a line of a definition names, as the program reads it; an error tells what is wrong with it. The node
     * has as many children as a matrix in the line has rows, else eight.
     */
    public static Method read(String line) {
        String key = line.substring(0, line.indexOf(':'));
        String scale = key.equals("normalise") ? "" : "normalise: {method: min-max, lower: 1, upper: 100}\n";
        int children = line.contains("[[") ? line.split("\\[", -1).length - 2 : 8;
        String tree = IntStream.range(0, children)
                .mapToObj(child -> "    - {indicator: i" + child + ", weight: 1}\n")
                .collect(Collectors.joining("", "tree:\n  id: top\n  children:\n", ""));
        Problems problems = new Problems();
        Composite composite = Composite.read(
                        "example.yaml", "id: example\nversion: 1.0.0\n" + scale + line + "\n" + tree, problems)
                .orElseThrow();
        if (!problems.isEmpty()) {
            throw new AssertionError(line + ": " + problems.all());
        }
        return under(key, composite.tree());
    }

    private static Method under(String key, Node top) {
        Composite.Leaf leaf = top.children().get(0).leaf();
        return switch (key) {
            case "impute" -> leaf.imputation();
            case "treat" -> leaf.treatment();
            case "normalise" -> leaf.normalisation();
            case "weights" -> top.weighting();
            default -> top.aggregation();
        };
    }

    @Override
    public String toString() {
        return family.id() + "/" + method.id();
    }
}
