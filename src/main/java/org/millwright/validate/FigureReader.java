package org.millwright.validate;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.millwright.contract.Formula;
import org.millwright.contract.Formula.Reference;
import org.millwright.contract.MeasureColumn;
import org.millwright.model.ObsStatus;
import org.millwright.validate.CodeReader.FieldReader;
import org.millwright.validate.CodeReader.Source;

/**
 * Reads the figure of one measure from a record: texts become numbers, markers become statuses, arithmetic and the
 * factor are applied. A text that is neither is the figure's problem.
 */
final class FigureReader implements Serializable {
    private static final long serialVersionUID = 1L;
    /** What exact sums can still hold a hundred times; no statistic comes near it, a slip of the keyboard does. */
    private static final double LARGEST = 1e27;

    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    private final MeasureColumn column;
    private final HashMap<String, FieldReader> fields;
    private final HashMap<FieldReader, Pattern> where = new HashMap<>();
    private final HashMap<String, String> markers;
    private final char decimal;

    FigureReader(MeasureColumn column, List<String> fields, Map<String, String> markers, char decimal) {
        this.column = new MeasureColumn(
                column.measure(),
                column.formula(),
                column.unit(),
                column.factor(),
                column.priceBasis(),
                new HashMap<>(column.where()));
        this.fields = new HashMap<>(CodeReader.readers(column.fields(), fields));
        column.where().forEach((field, regex) -> where.put(new FieldReader(field, fields), Pattern.compile(regex)));
        this.markers = new HashMap<>(markers);
        this.decimal = decimal;
    }

    /**
     * What was read.
     *
     * @param value the figure in its unit; NaN where the status carries none
     * @param badField the field whose text is neither number nor marker; empty if all are well
     * @param badText that text
     */
    record Figure(double value, ObsStatus status, String badField, String badText) {}

    MeasureColumn column() {
        return column;
    }

    /** The fields whose texts say whether a record speaks of this measure. */
    Set<FieldReader> tellingFields() {
        return where.keySet();
    }

    boolean speaksOfIt(Source record) {
        return where.entrySet().stream()
                .allMatch(entry ->
                        entry.getValue().matcher(record.text(entry.getKey())).matches());
    }

    /** A figure of which only the status is known. */
    static Figure without(ObsStatus status) {
        return new Figure(Double.NaN, status, "", "");
    }

    /** The figure of a record that speaks of this measure; empty where its cell is blank. */
    Optional<Figure> read(Source record) {
        if (isBlank(record)) {
            return Optional.empty();
        }
        Map<String, Double> numbers = new HashMap<>();
        ObsStatus status = ObsStatus.A;
        for (Map.Entry<String, FieldReader> field : fields.entrySet()) {
            String text = record.text(field.getValue());
            String marker = markers.get(text);
            Optional<ObsStatus> marked = marker == null ? Optional.empty() : ObsStatus.of(marker);
            double number = marked.isPresent() ? Double.NaN : number(marker == null ? text : marker);
            if (marked.isEmpty() && Double.isNaN(number)) {
                return Optional.of(new Figure(Double.NaN, ObsStatus.M, field.getKey(), text));
            }
            // Of several markers the one that withholds is kept: the figure stays confidential.
            status = status == ObsStatus.Q ? status : marked.orElse(status);
            numbers.put(field.getKey(), number);
        }
        Formula formula = column.formula();
        double value = formula.evaluate(leaf -> numbers.get(((Reference) leaf).name())) * column.factor();
        if (Math.abs(value) >= LARGEST) {
            return Optional.of(new Figure(Double.NaN, ObsStatus.M, column.measure(), String.valueOf(value)));
        }
        return Optional.of(new Figure(value, Double.isNaN(value) && status.hasValue() ? ObsStatus.M : status, "", ""));
    }

    /** Whether all cells are blank and no marker says what a blank means. */
    private boolean isBlank(Source record) {
        return !markers.containsKey("")
                && fields.values().stream().allMatch(field -> record.text(field).isEmpty());
    }

    private double number(String text) {
        // Where the decimal sign is another, a point can only part thousands, or be a slip: nobody can say.
        String plain = decimal == '.' ? text : text.replace('.', '?').replace(decimal, '.');
        double number = NUMBER.matcher(plain).matches() ? Double.parseDouble(plain) : Double.NaN;
        return Double.isInfinite(number) ? Double.NaN : number;
    }
}
