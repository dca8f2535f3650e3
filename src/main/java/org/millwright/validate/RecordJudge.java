package org.millwright.validate;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.millwright.contract.ActivityCodes;
import org.millwright.contract.Definitions;
import org.millwright.contract.Format;
import org.millwright.contract.SourceContract;
import org.millwright.contract.Vintage;
import org.millwright.model.ObsStatus;
import org.millwright.validate.CodeReader.FieldReader;
import org.millwright.validate.CodeReader.Source;

/** Judges the records of one source against its contract: every figure is accepted, or rejected with its reason. */
final class RecordJudge implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String TOTAL = "_T";

    private final String dataset;
    private final String frequency;
    private final CodeReader area;
    private final CodeReader activity;
    private final PeriodReader period;
    private final ArrayList<FieldReader> breakdown = new ArrayList<>();
    private final FieldReader obsStatus;
    private final FieldReader confStatus;
    private final FieldReader vintage;
    private final ArrayList<ExclusionReader> exclusions = new ArrayList<>();
    private final ArrayList<FigureReader> figures = new ArrayList<>();
    private final HashSet<String> nonNegative = new HashSet<>();
    private final HashSet<String> areas;
    private final ActivityCodes activityCodes;
    private final HashMap<String, Boolean> knownActivities = new HashMap<>();

    RecordJudge(SourceContract contract, Definitions definitions) {
        List<String> fields = contract.fields();
        SourceContract.Keys keys = contract.keys();
        dataset = contract.dataset();
        frequency = keys.frequency().code();
        area = new CodeReader(keys.area(), fields);
        activity = new CodeReader(keys.activity().code(), fields);
        period = new PeriodReader(new CodeReader(keys.period(), fields), keys.frequency());
        keys.breakdown().forEach(name -> breakdown.add(new FieldReader(name, fields)));
        obsStatus = keys.obsStatus().map(name -> new FieldReader(name, fields)).orElse(null);
        confStatus =
                keys.confStatus().map(name -> new FieldReader(name, fields)).orElse(null);
        vintage = contract.vintage() instanceof Vintage.Field field ? new FieldReader(field.name(), fields) : null;
        contract.exclusions().forEach(exclusion -> exclusions.add(new ExclusionReader(exclusion, fields)));
        char decimal = contract.format() instanceof Format.Csv csv ? csv.decimal() : '.';
        contract.measures().forEach(column -> {
            figures.add(new FigureReader(column, fields, contract.markers(), decimal));
            if (definitions.measures().get(column.measure()).nonNegative()) {
                nonNegative.add(column.measure());
            }
        });
        areas = new HashSet<>(definitions.areas().keySet());
        activityCodes = definitions.activityCodes(contract);
    }

    /** A record and what every row made from it has in common. */
    private record Context(Row record, Source texts, Map<String, String> codes) {}

    List<Row> judge(Row record) {
        List<Row> cells = new ArrayList<>();
        Source texts =
                record.isNullAt(6) ? null : new Source(record.getList(6), record.getString(2), record.getString(4));
        Context context = new Context(record, texts, new HashMap<>());
        if (texts == null) {
            cells.add(rejected(context, "file-readable", "", record.getString(7)));
            return cells;
        }
        Optional<ExclusionReader> excluded = exclusions.stream()
                .filter(exclusion -> exclusion.excludes(texts))
                .findFirst();
        if (excluded.isPresent()) {
            cells.add(rejected(context, Cells.EXCLUDED, "", excluded.get().reason()));
            return cells;
        }
        readCodes(context, cells);
        if (cells.isEmpty()) {
            readFigures(context, cells);
        } else {
            readBadFigures(context, cells);
        }
        return cells;
    }

    /** A record that cannot be placed has no figures, but what is wrong with them is said along with the rest. */
    private void readBadFigures(Context context, List<Row> cells) {
        List<Row> figures = new ArrayList<>();
        readFigures(context, figures);
        figures.stream().filter(cell -> !cell.isNullAt(Cells.RULE)).forEach(cells::add);
    }

    /** Reads the measures that the record speaks of; a record that speaks of none is rejected, since the contract forgot it. */
    private void readFigures(Context context, List<Row> cells) {
        Source texts = context.texts();
        List<FigureReader> spokenOf =
                figures.stream().filter(figure -> figure.speaksOfIt(texts)).toList();
        if (spokenOf.isEmpty()) {
            List<FieldReader> telling = figures.stream()
                    .flatMap(figure -> figure.tellingFields().stream())
                    .distinct()
                    .toList();
            String names = telling.stream().map(FieldReader::name).collect(Collectors.joining(", "));
            String observed = telling.stream().map(texts::text).collect(Collectors.joining(", "));
            cells.add(rejected(context, "measure-known", names, observed));
        }
        spokenOf.forEach(figure -> figure.read(texts)
                .or(() -> statedWithoutFigure(texts))
                .ifPresent(read -> cells.add(cell(context, figure, read))));
    }

    /** A blank cell beside a status that carries no figure: it is withheld or missing, not absent. */
    private Optional<FigureReader.Figure> statedWithoutFigure(Source texts) {
        return obsStatus == null
                ? Optional.empty()
                : ObsStatus.of(texts.text(obsStatus))
                        .filter(status -> !status.hasValue())
                        .map(FigureReader::without);
    }

    /** Reads all dimensions; each that cannot be read adds its own rejected row. */
    private void readCodes(Context context, List<Row> cells) {
        Source texts = context.texts();
        area.read(texts)
                .filter(areas::contains)
                .ifPresentOrElse(
                        code -> context.codes().put("area", code),
                        () -> cells.add(rejected(context, "area-known", area.fieldName(), area.observed(texts))));
        activity.read(texts)
                .filter(code -> knownActivities.computeIfAbsent(code, activityCodes::know))
                .ifPresentOrElse(
                        code -> context.codes().put("activity", code),
                        () -> cells.add(
                                rejected(context, "activity-known", activity.fieldName(), activity.observed(texts))));
        period.read(texts)
                .ifPresentOrElse(
                        code -> context.codes().put("period", code),
                        () -> cells.add(
                                rejected(context, "period-possible", period.fieldName(), period.observed(texts))));
        if (vintage != null && !isDate(texts.text(vintage))) {
            cells.add(rejected(context, "vintage-is-date", vintage.name(), texts.text(vintage)));
        }
        if (obsStatus != null
                && !texts.text(obsStatus).isEmpty()
                && ObsStatus.of(texts.text(obsStatus)).isEmpty()) {
            cells.add(rejected(context, "status-known", obsStatus.name(), texts.text(obsStatus)));
        }
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException none) {
            return false;
        }
    }

    private Row cell(Context context, FigureReader reader, FigureReader.Figure figure) {
        String measure = reader.column().measure();
        ObsStatus status = status(context.texts(), figure);
        boolean hasValue = status.hasValue() && !Double.isNaN(figure.value());
        Row cell = RowFactory.create(
                dataset,
                context.record().getString(0),
                context.codes().get("area"),
                context.codes().get("activity"),
                measure,
                reader.column().priceBasis().code(),
                context.codes().get("period"),
                frequency,
                breakdown(context.texts()),
                vintage == null
                        ? context.record().getString(3)
                        : context.texts().text(vintage),
                hasValue ? (Double) (figure.value() + 0.0) : null,
                reader.column().unit(),
                status.name(),
                confStatus(context.texts(), status),
                context.record().getString(2),
                context.record().getString(4),
                context.record().getLong(5),
                context.record().getString(1),
                null,
                null,
                null);
        if (!figure.badField().isEmpty()) {
            return Cells.reject(cell, "number", figure.badField(), figure.badText());
        }
        boolean mayBeNegative = !reader.column().priceBasis().isLevel() || !nonNegative.contains(measure);
        boolean negative = hasValue && figure.value() < 0 && !mayBeNegative;
        return negative ? Cells.reject(cell, "non-negative", measure, String.valueOf(figure.value())) : cell;
    }

    /**
     * What the file says of the figure. A status that carries no figure is the strongest word, since it says why there is
     * none; then a marker in the cell itself.
     */
    private ObsStatus status(Source texts, FigureReader.Figure figure) {
        ObsStatus inCell = figure.status();
        ObsStatus stated =
                obsStatus == null ? inCell : ObsStatus.of(texts.text(obsStatus)).orElse(inCell);
        return stated.hasValue() && !inCell.hasValue() ? inCell : stated;
    }

    private String confStatus(Source texts, ObsStatus status) {
        String stated = confStatus == null ? "" : texts.text(confStatus);
        return !stated.isEmpty() ? stated : status == ObsStatus.Q ? "C" : "F";
    }

    private String breakdown(Source texts) {
        return breakdown.isEmpty() ? TOTAL : breakdown.stream().map(texts::text).collect(Collectors.joining("|"));
    }

    private Row rejected(Context context, String rule, String field, String observed) {
        Row record = context.record();
        return RowFactory.create(
                dataset,
                record.getString(0),
                null,
                null,
                null,
                null,
                null,
                frequency,
                null,
                record.getString(3),
                null,
                null,
                null,
                null,
                record.getString(2),
                record.getString(4),
                record.getLong(5),
                record.getString(1),
                rule,
                field,
                observed);
    }
}
