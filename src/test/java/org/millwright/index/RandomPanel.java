package org.millwright.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.millwright.contract.Composite;
import org.millwright.error.Problems;
import org.millwright.testing.LocalSession;

/** A seeded panel of three years: skewed figures with ties and gaps, units that come and go, a column to divide by. */
final class RandomPanel {
    static final List<String> YEARS = List.of("2015", "2016", "2017");

    private static final String[] COLUMNS = {"a", "b", "c", "d", "e", "f", "size"};
    private static final int UNITS = 31;

    private final Map<String, double[][]> table = new LinkedHashMap<>();
    private final boolean[][] present = new boolean[YEARS.size()][UNITS];

    RandomPanel(long seed) {
        Random random = new Random(seed);
        for (String column : COLUMNS) {
            double[][] values = new double[YEARS.size()][UNITS];
            for (double[] year : values) {
                Arrays.setAll(year, unit -> value(column, random));
            }
            table.put(column, values);
        }
        for (boolean[] year : present) {
            for (int unit = 0; unit < UNITS; unit++) {
                year[unit] = unit < 5 || random.nextDouble() < 0.9;
            }
        }
    }

    private static double value(String column, Random random) {
        double value = Math.exp(1.2 * random.nextGaussian());
        boolean missing = random.nextDouble() < 0.1 && !column.equals("size");
        return missing ? Double.NaN : column.equals("c") ? Math.rint(value) : value;
    }

    /** The same panel with one column changed. */
    RandomPanel with(String column, UnaryOperator<Double> change) {
        RandomPanel changed = new RandomPanel(0);
        changed.table.putAll(table);
        changed.table.put(
                column,
                Arrays.stream(table.get(column))
                        .map(year -> Arrays.stream(year)
                                .map(value -> change.apply(value))
                                .toArray())
                        .toArray(double[][]::new));
        for (int t = 0; t < present.length; t++) {
            changed.present[t] = present[t].clone();
        }
        return changed;
    }

    /** The same panel with one cell set. */
    RandomPanel with(String column, int year, int unit, double value) {
        RandomPanel changed = with(column, same -> same);
        changed.table.get(column)[year][unit] = value;
        return changed;
    }

    double value(String column, int year, int unit) {
        return table.get(column)[year][unit];
    }

    /** Whether the unit is among those of the year. */
    boolean has(int year, int unit) {
        return present[year][unit];
    }

    static String name(int unit) {
        return String.format("u%02d", unit);
    }

    /** A definition over the panel: two pillars of three indicators each. */
    static Composite composite(String methods) {
        return composite(methods, "");
    }

    static Composite composite(String methods, String ofTop) {
        String text = "id: random\nversion: 1\nunit: unit\nperiod: year\n" + methods
                + """

                tree:
                  id: top
                  %s
                  children:
                    - id: first
                      weight: 1
                      children:
                        - {indicator: a, weight: 1, denominator: size, scale: 10}
                        - {indicator: b, weight: 2}
                        - {indicator: c, weight: 1, direction: -1}
                    - id: second
                      weight: 3
                      children:
                        - {indicator: d, weight: 1}
                        - {indicator: e, weight: 1, direction: -1}
                        - {indicator: f, weight: 1}
                """.formatted(ofTop.isEmpty() ? "label: {}" : ofTop);
        Problems problems = new Problems();
        Composite composite = Composite.read("random.yaml", text, problems).orElseThrow();
        problems.throwIfAny();
        return composite.withDirections(1);
    }

    /** The years in their order, units in theirs. */
    List<CrossSection> sections(Layout layout) {
        return IntStream.range(0, YEARS.size())
                .mapToObj(year -> section(
                        layout,
                        year,
                        IntStream.range(0, UNITS)
                                .filter(unit -> has(year, unit))
                                .toArray()))
                .toList();
    }

    /** Years and units in any order. */
    List<CrossSection> shuffled(Layout layout, Random random) {
        List<CrossSection> sections = new ArrayList<>();
        for (int year = 0; year < YEARS.size(); year++) {
            int of = year;
            List<Integer> units = new ArrayList<>(IntStream.range(0, UNITS)
                    .filter(unit -> has(of, unit))
                    .boxed()
                    .toList());
            Collections.shuffle(units, random);
            sections.add(section(
                    layout, year, units.stream().mapToInt(Integer::intValue).toArray()));
        }
        Collections.shuffle(sections, random);
        return sections;
    }

    private CrossSection section(Layout layout, int year, int[] units) {
        String[] peers = new String[units.length];
        boolean[] compared = new boolean[units.length];
        Arrays.fill(peers, "");
        Arrays.fill(compared, true);
        return new CrossSection(
                YEARS.get(year),
                peers,
                Arrays.stream(units).mapToObj(RandomPanel::name).toArray(String[]::new),
                compared,
                layout.columns().stream()
                        .map(column -> Arrays.stream(units)
                                .mapToDouble(unit -> value(column, year, unit))
                                .toArray())
                        .toArray(double[][]::new),
                null,
                layout.labels().stream()
                        .map(label -> Arrays.stream(units)
                                .mapToObj(unit -> "group " + unit % 3)
                                .toArray(String[]::new))
                        .toArray(String[][]::new),
                null);
    }

    /** The rows of a dataset of that name, in any order and so many partitions. */
    Dataset<Row> rows(String dataset, Layout layout, int partitions, Random random) {
        List<Row> rows = new ArrayList<>();
        for (CrossSection section : sections(layout)) {
            for (int i = 0; i < section.size(); i++) {
                int row = i;
                rows.add(RowFactory.create(
                        dataset,
                        section.period(),
                        "",
                        section.unit()[row],
                        true,
                        Arrays.stream(section.values())
                                .map(column -> Double.isNaN(column[row]) ? null : (Double) column[row])
                                .toArray(Double[]::new),
                        null,
                        Arrays.stream(section.labels()).map(label -> label[row]).toArray(String[]::new),
                        null));
            }
        }
        Collections.shuffle(rows, random);
        return LocalSession.shared().createDataFrame(rows, SectionBuilder.PANEL).repartition(partitions);
    }
}
