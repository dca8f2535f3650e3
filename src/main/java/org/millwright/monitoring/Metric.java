package org.millwright.monitoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A gauge in the text format of Prometheus: {@code HELP}, {@code TYPE}, and a line for each sample. In a label's value a
 * backslash, a quotation mark and the end of a line are escaped, in the help a backslash and the end of a line.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Exposition formats</a>
 */
final class Metric {
    private final String name;
    private final String help;
    private final List<String> samples = new ArrayList<>();

    Metric(String name, String help) {
        this.name = name;
        this.help = help;
    }

    /** Adds a sample; the labels keep the order of the map. */
    Metric sample(Map<String, String> labels, BigDecimal value) {
        String inner = labels.entrySet().stream()
                .map(label -> label.getKey() + "=\"" + escaped(label.getValue()).replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(","));
        samples.add(name + (inner.isEmpty() ? "" : "{" + inner + "}") + ' ' + value.toPlainString());
        return this;
    }

    /** These labels and one more. */
    static Map<String, String> with(Map<String, String> labels, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(labels);
        more.put(name, value);
        return more;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n");
    }

    /** The lines of this metric; none if it has no sample. */
    String text() {
        if (samples.isEmpty()) {
            return "";
        }
        return "# HELP " + name + ' ' + escaped(help) + "\n# TYPE " + name + " gauge\n" + String.join("\n", samples)
                + '\n';
    }
}
