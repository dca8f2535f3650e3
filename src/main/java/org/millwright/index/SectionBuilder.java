package org.millwright.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.millwright.model.Reason;

/** Gathers rows of a panel into the columns of a cross-section, without holding the rows themselves. */
final class SectionBuilder {
    /**
     * A panel: one row per unit and period. {@code values} has the columns of the {@link Layout}; {@code reasons} says of
     * each leaf why it is missing, as the ordinal of a {@link Reason}, or is null where nobody knows; {@code carried} is
     * filled by {@link AlongTime}.
     */
    static final StructType PANEL = StructType.fromDDL(
            "dataset STRING, period STRING, peers STRING, unit STRING,"
                    + " compared BOOLEAN, values ARRAY<DOUBLE>, reasons ARRAY<INT>, labels ARRAY<STRING>, carried ARRAY<DOUBLE>");

    private static final int START = 64;
    private static final int DATASET = PANEL.fieldIndex("dataset");
    private static final int PERIOD = PANEL.fieldIndex("period");
    private static final int PEERS = PANEL.fieldIndex("peers");
    private static final int UNIT = PANEL.fieldIndex("unit");
    private static final int COMPARED = PANEL.fieldIndex("compared");
    private static final int VALUES = PANEL.fieldIndex("values");
    private static final int REASONS = PANEL.fieldIndex("reasons");
    private static final int LABELS = PANEL.fieldIndex("labels");
    private static final int CARRIED = PANEL.fieldIndex("carried");

    private final Layout layout;
    private final String period;
    private int size;
    private String[] peers = new String[START];
    private String[] unit = new String[START];
    private boolean[] compared = new boolean[START];
    private final double[][] values;
    private final double[][] carried;
    private final List<Reason[]> reasons = new ArrayList<>();
    private final List<List<String>> labels = new ArrayList<>();

    SectionBuilder(Layout layout, String period) {
        this.layout = layout;
        this.period = period;
        values = new double[layout.columns().size()][START];
        carried = AlongTime.isAskedBy(layout) ? new double[layout.leaves().size()][START] : null;
    }

    static String dataset(Row row) {
        return row.getString(DATASET);
    }

    static String period(Row row) {
        return row.getString(PERIOD);
    }

    int size() {
        return size;
    }

    SectionBuilder with(Row row) {
        add(row);
        return this;
    }

    void add(Row row) {
        if (size == unit.length) {
            grow();
        }
        peers[size] = row.getString(PEERS);
        unit[size] = row.getString(UNIT);
        compared[size] = row.getBoolean(COMPARED);
        put(row.getList(VALUES), values);
        if (carried != null) {
            put(row.getList(CARRIED), carried);
        }
        if (!row.isNullAt(REASONS)) {
            addReasons(row.getList(REASONS));
        }
        if (!layout.labels().isEmpty()) {
            labels.add(row.getList(LABELS));
        }
        size++;
    }

    private void put(List<Double> row, double[][] columns) {
        for (int c = 0; c < columns.length; c++) {
            Double value = row == null ? null : row.get(c);
            if (value != null && value.isInfinite()) {
                throw new IllegalArgumentException("the unit " + unit[size] + " has an infinite value");
            }
            columns[c][size] = value == null ? Double.NaN : value;
        }
    }

    private void addReasons(List<Integer> row) {
        Reason[] named = new Reason[row.size()];
        for (int q = 0; q < named.length; q++) {
            named[q] = row.get(q) == null ? null : Reason.values()[row.get(q)];
        }
        reasons.add(named);
    }

    private void grow() {
        int larger = unit.length * 2;
        peers = Arrays.copyOf(peers, larger);
        unit = Arrays.copyOf(unit, larger);
        compared = Arrays.copyOf(compared, larger);
        grow(values, larger);
        if (carried != null) {
            grow(carried, larger);
        }
    }

    private static void grow(double[][] columns, int larger) {
        for (int c = 0; c < columns.length; c++) {
            columns[c] = Arrays.copyOf(columns[c], larger);
        }
    }

    CrossSection build() {
        return new CrossSection(
                period,
                Arrays.copyOf(peers, size),
                Arrays.copyOf(unit, size),
                Arrays.copyOf(compared, size),
                trimmed(values),
                reasons.size() < size || size == 0 ? null : byLeaf(),
                layout.labels().isEmpty() ? null : byLabel(),
                carried == null ? null : trimmed(carried));
    }

    private double[][] trimmed(double[][] columns) {
        return Arrays.stream(columns).map(column -> Arrays.copyOf(column, size)).toArray(double[][]::new);
    }

    private Reason[][] byLeaf() {
        Reason[][] byLeaf = new Reason[layout.leaves().size()][size];
        for (int i = 0; i < size; i++) {
            for (int q = 0; q < byLeaf.length; q++) {
                byLeaf[q][i] = reasons.get(i)[q];
            }
        }
        return byLeaf;
    }

    private String[][] byLabel() {
        String[][] byLabel = new String[layout.labels().size()][size];
        for (int i = 0; i < size; i++) {
            for (int g = 0; g < byLabel.length; g++) {
                byLabel[g][i] = String.valueOf(labels.get(i).get(g));
            }
        }
        return byLabel;
    }
}
