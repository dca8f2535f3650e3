package org.millwright.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.millwright.contract.Formula;
import org.millwright.contract.Formula.Reference;
import org.millwright.contract.Rule;
import org.millwright.model.PriceBasis;

/** The accepted figures of one source, area, vintage and year: what rules look at. */
final class YearFigures {
    private final String area;
    private final String vintage;
    private final TreeMap<Cell, TreeMap<String, Double>> figures = new TreeMap<>();

    YearFigures(Row first) {
        area = first.getString(Cells.AREA);
        vintage = first.getString(Cells.VINTAGE);
    }

    /** Where a figure stands within the year. */
    private record Cell(String period, String breakdown, String activity) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            int byPeriod = period.compareTo(other.period);
            int byBreakdown = byPeriod != 0 ? byPeriod : breakdown.compareTo(other.breakdown);
            return byBreakdown != 0 ? byBreakdown : activity.compareTo(other.activity);
        }

        Cell of(String otherActivity) {
            return new Cell(period, breakdown, otherActivity);
        }
    }

    void add(Row row) {
        if (row.isNullAt(Cells.VALUE)) {
            return;
        }
        Cell cell =
                new Cell(row.getString(Cells.PERIOD), row.getString(Cells.BREAKDOWN), row.getString(Cells.ACTIVITY));
        String measure = name(row.getString(Cells.MEASURE), row.getString(Cells.PRICE_BASIS));
        figures.computeIfAbsent(cell, key -> new TreeMap<>()).put(measure, row.getDouble(Cells.VALUE));
    }

    Tally check(String source, Rule rule) {
        Tally tally = Tally.none(source, rule.id());
        if (rule instanceof Rule.Identity identity) {
            return identity(identity, tally);
        }
        if (rule instanceof Rule.Additivity additivity) {
            return additivity(additivity, tally);
        }
        if (rule instanceof Rule.Range range) {
            return range(range, tally);
        }
        return cumulative((Rule.Cumulative) rule, tally);
    }

    /** A measure at current prices goes by its own name, so that rules find it there. */
    private static String name(String measure, String basis) {
        return basis.equals(PriceBasis.CURRENT.code()) ? measure : measure + "@" + basis;
    }

    private double value(Cell cell, String measure) {
        TreeMap<String, Double> measures = figures.get(cell);
        Double value = measures == null ? null : measures.get(measure);
        return value == null ? Double.NaN : value;
    }

    private double value(Cell cell, Formula formula) {
        return formula.evaluate(leaf -> {
            Reference reference = (Reference) leaf;
            return value(cell, name(reference.name(), reference.basis().code()));
        });
    }

    private Tally identity(Rule.Identity rule, Tally none) {
        Tally tally = none;
        for (Cell cell : figures.keySet()) {
            double left = value(cell, rule.left());
            double right = value(cell, rule.right());
            if (!Double.isNaN(left) && !Double.isNaN(right)) {
                tally = tally.add(
                        Math.abs(left - right),
                        holds(left, right, rule.tolerance(), rule.relative()),
                        where(cell, left + " against " + right));
            }
        }
        return tally;
    }

    private static boolean holds(double left, double right, double tolerance, double relative) {
        return Math.abs(left - right) <= Math.max(tolerance, relative * Math.max(Math.abs(left), Math.abs(right)));
    }

    private Tally additivity(Rule.Additivity rule, Tally none) {
        Pattern parts = Pattern.compile(rule.parts());
        Tally tally = none;
        for (Cell cell : figures.keySet()) {
            if (!cell.activity().equals(rule.total()) || cell.period().compareTo(rule.from()) < 0) {
                continue;
            }
            for (String measure : rule.measures()) {
                double total = value(cell, measure);
                double sum = sumOfParts(cell, parts, measure);
                if (!Double.isNaN(total) && !Double.isNaN(sum)) {
                    tally = tally.add(
                            Math.abs(total - sum),
                            holds(total, sum, rule.tolerance(), rule.relative()),
                            where(cell, measure + " " + total + " against " + sum));
                }
            }
        }
        return tally;
    }

    /** The sum of the parts; undefined if there is none, or if one of them is missing. */
    private double sumOfParts(Cell total, Pattern parts, String measure) {
        TreeSet<String> activities = new TreeSet<>();
        figures.keySet().stream()
                .filter(cell -> parts.matcher(cell.activity()).matches())
                .forEach(cell -> activities.add(cell.activity()));
        List<Double> values = new ArrayList<>();
        activities.forEach(activity -> values.add(value(total.of(activity), measure)));
        return values.isEmpty()
                ? Double.NaN
                : values.stream().mapToDouble(Double::doubleValue).sum();
    }

    private Tally range(Rule.Range rule, Tally none) {
        Tally tally = none;
        for (Cell cell : figures.keySet()) {
            double value = value(cell, rule.measure());
            if (!Double.isNaN(value)) {
                double beyond = Math.max(0, Math.max(rule.minimum() - value, value - rule.maximum()));
                tally = tally.add(beyond, beyond == 0, where(cell, rule.measure() + " " + value));
            }
        }
        return tally;
    }

    private Tally cumulative(Rule.Cumulative rule, Tally none) {
        Tally tally = none;
        TreeMap<String, Double> before = new TreeMap<>();
        for (Cell cell : figures.keySet()) {
            double value = value(cell, rule.measure());
            if (Double.isNaN(value)) {
                continue;
            }
            Double previous = before.put(cell.breakdown() + "|" + cell.activity(), value);
            if (previous != null) {
                double fall = Math.max(0, previous - value);
                tally = tally.add(fall, fall == 0, where(cell, rule.measure() + " " + previous + " then " + value));
            }
        }
        return tally;
    }

    private String where(Cell cell, String observed) {
        String part = cell.breakdown().equals("_T") ? "" : " " + cell.breakdown();
        return area + " " + cell.activity() + " " + cell.period() + part + " (" + vintage + "): " + observed;
    }
}
