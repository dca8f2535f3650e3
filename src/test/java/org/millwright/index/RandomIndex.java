package org.millwright.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.millwright.contract.Composite;
import org.millwright.error.Problems;

/** Random trees of three levels with any aggregation of a unit, and random panels with gaps and outliers for them. */
final class RandomIndex {
    static final String[] PERIODS = {"2019", "2020", "2021"};

    private static final int UNITS = 24;
    private static final List<String> METHODS = List.of(
            "aggregate: {method: arithmetic}",
            "aggregate: {method: geometric}",
            "aggregate: {method: harmonic}",
            "aggregate: {method: power, exponent: 0.5}",
            "aggregate: {method: power, exponent: -2}",
            "aggregate: {method: mazziotta-pareto}",
            "weights: {method: benefit-of-the-doubt}");

    private final Random random;
    private int indicators;

    RandomIndex(long seed) {
        random = new Random(seed);
    }

    static Composite read(String text) {
        Problems problems = new Problems();
        Composite composite = Composite.read("random.yaml", text, problems).orElseThrow();
        problems.throwIfAny();
        return composite.withDirections(1);
    }

    /**
     * A tree that a definition may have: no mean that needs positive scores stands above one that may have others.
     *
     * @param more methods of nodes beside those of a unit, as a definition writes them
     */
    Layout layout(String... more) {
        List<String> methods = new ArrayList<>(METHODS);
        methods.addAll(List.of(more));
        while (true) {
            Problems problems = new Problems();
            Optional<Composite> drawn = Composite.read("random.yaml", text(methods), problems);
            if (problems.isEmpty()) {
                return new Layout(drawn.orElseThrow().withDirections(1));
            }
        }
    }

    private String text(List<String> methods) {
        indicators = 0;
        StringBuilder text = new StringBuilder("id: random\nversion: 1\nunit: unit\nperiod: period\n"
                + "minimum-coverage: 0.4\nscreen: {minimum-coverage: 0}\ntreat: {skewness: 2, kurtosis: 3.5}\n"
                + "normalise: {method: min-max, lower: 1, upper: 100}\ntree:\n");
        node(text, "  ", "top", methods, 3);
        return text.toString();
    }

    private void node(StringBuilder text, String indent, String id, List<String> methods, int level) {
        text.append(indent).append("id: ").append(id).append('\n');
        text.append(indent).append(methods.get(random.nextInt(methods.size()))).append('\n');
        text.append(indent).append("children:\n");
        int children = 2 + random.nextInt(3);
        for (int c = 0; c < children; c++) {
            String weight = "weight: " + (1 + random.nextInt(5));
            if (level == 1 || random.nextInt(5) == 0) {
                text.append(indent).append("  - {indicator: i" + indicators++ + ", " + weight + "}\n");
            } else {
                text.append(indent).append("  - ").append(weight).append('\n');
                node(text, indent + "    ", id + "_" + c, methods, level - 1);
            }
        }
    }

    /** The same units in three periods; some do not change at all, some are no reference, some cells are missing. */
    List<CrossSection> panel(Layout layout) {
        List<CrossSection> sections = new ArrayList<>();
        double[][] before = null;
        for (String period : PERIODS) {
            double[][] values = values(layout.columns().size(), before);
            before = values;
            String[] peers = new String[UNITS];
            boolean[] compared = new boolean[UNITS];
            Arrays.setAll(peers, i -> "area" + i % 2);
            for (int i = 0; i < UNITS; i++) {
                compared[i] = i % 7 != 0;
            }
            String[] units = IntStream.range(0, UNITS).mapToObj(i -> "unit" + i).toArray(String[]::new);
            sections.add(new CrossSection(period, peers, units, compared, values, null, null, null));
        }
        return sections;
    }

    private double[][] values(int columns, double[][] before) {
        double[][] values = new double[columns][UNITS];
        for (int c = 0; c < columns; c++) {
            for (int i = 0; i < UNITS; i++) {
                double drawn = random.nextInt(40) == 0 ? 5_000 : Math.exp(random.nextGaussian());
                double kept = before == null ? drawn : before[c][i];
                values[c][i] = random.nextInt(12) == 0 ? Double.NaN : i % 5 == 0 ? kept : drawn;
            }
        }
        return values;
    }

    /** The panel as Spark has it, in any order. */
    List<Row> rows(List<CrossSection> sections) {
        List<Row> rows = new ArrayList<>();
        for (CrossSection section : sections) {
            for (int i = 0; i < section.size(); i++) {
                int unit = i;
                rows.add(RowFactory.create(
                        "random",
                        section.period(),
                        section.peers()[i],
                        section.unit()[i],
                        section.compared()[i],
                        Arrays.stream(section.values())
                                .map(column -> Double.isNaN(column[unit]) ? null : column[unit])
                                .toArray(Double[]::new),
                        null,
                        new String[0],
                        null));
            }
        }
        Collections.shuffle(rows, random);
        return rows;
    }
}
