package org.millwright.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prometheus' text format, read strictly: a line that is none of help, type and sample is an error, and so is a second sample. */
public final class Exposition {
    private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
    private static final String LABEL = "([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\\n]|\\\\[\\\\\"n])*)\"";
    private static final Pattern COMMENT = Pattern.compile("# (HELP|TYPE) (" + NAME + ") (.*)");
    private static final Pattern SAMPLE =
            Pattern.compile("(" + NAME + ")(?:\\{((?:" + LABEL + ",?)*)})? ([-+0-9.eE]+|NaN|[-+]?Inf)");
    private static final Pattern ONE_LABEL = Pattern.compile(LABEL);

    private final Map<String, String> help = new LinkedHashMap<>();
    private final Map<String, String> types = new LinkedHashMap<>();
    private final Map<String, Map<Map<String, String>, Double>> samples = new LinkedHashMap<>();

    private Exposition() {}

    public static Exposition of(String text) {
        Exposition read = new Exposition();
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("the last line has no end");
        }
        text.lines().forEach(read::line);
        return read;
    }

    private void line(String line) {
        Matcher comment = COMMENT.matcher(line);
        Matcher sample = SAMPLE.matcher(line);
        if (comment.matches()) {
            Map<String, String> kind = comment.group(1).equals("HELP") ? help : types;
            if (kind.put(comment.group(2), comment.group(3)) != null || samples.containsKey(comment.group(2))) {
                throw new IllegalArgumentException("second, or after its samples: " + line);
            }
        } else if (sample.matches()) {
            Double before = samples.computeIfAbsent(sample.group(1), name -> new LinkedHashMap<>())
                    .put(labels(sample.group(2)), Double.parseDouble(sample.group(5)));
            if (before != null) {
                throw new IllegalArgumentException("second sample: " + line);
            }
        } else {
            throw new IllegalArgumentException("no line of the format: " + line);
        }
    }

    private static Map<String, String> labels(String inner) {
        Map<String, String> labels = new LinkedHashMap<>();
        Matcher label = ONE_LABEL.matcher(inner == null ? "" : inner);
        while (label.find()) {
            labels.put(label.group(1), unescaped(label.group(2)));
        }
        return labels;
    }

    private static String unescaped(String text) {
        return Pattern.compile("\\\\(.)")
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1).equals("n") ? "\n" : found.group(1)));
    }

    public Set<String> names() {
        return samples.keySet();
    }

    public String help(String name) {
        return help.get(name);
    }

    public String type(String name) {
        return types.get(name);
    }

    public double value(String name, Map<String, String> labels) {
        return samples.get(name).get(labels);
    }

    /** The values of one label, in the order of the samples. */
    public List<String> labels(String name, String label) {
        return samples.get(name).keySet().stream()
                .map(labels -> labels.get(label))
                .toList();
    }
}
