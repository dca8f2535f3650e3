package org.millwright.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.millwright.contract.Alternatives;
import org.millwright.index.Factor.Kind;
import org.millwright.index.Trials.Trial;
import org.millwright.stat.Method;

/** Numbers of replicates to their choices: one row per factor that chooses, and one per moved weight. */
record ChoiceRows(CompositeModel model) implements MapPartitionsFunction<Long, Row> {
    /**
     * {@code replicate} and {@code alternative} count from 1. {@code node} is what is left out, or that whose weight among its
     * siblings is {@code weight}.
     */
    static final StructType CHOICES = StructType.fromDDL("analysis STRING, replicate INT, factor STRING,"
            + " alternative INT, method STRING, node STRING, weight DOUBLE");

    @Override
    public Iterator<Row> call(Iterator<Long> numbers) {
        Trials trials = new Trials(model.layout(), model.parameters());
        Iterable<Long> all = () -> numbers;
        return StreamSupport.stream(all.spliterator(), false)
                .flatMap(number -> rows(trials, number.intValue()).stream())
                .iterator();
    }

    private List<Row> rows(Trials trials, int number) {
        Trial trial = trials.trial(number);
        Choices choices = trials.choices(number);
        List<Row> rows = new ArrayList<>();
        new TreeMap<>(choices.alternatives())
                .forEach((kind, alternative) -> rows.add(row(
                        trial,
                        kind.id(),
                        alternative + 1,
                        method(kind, alternative).id(),
                        null,
                        null)));
        if (!choices.leftOut().isEmpty()) {
            rows.add(row(trial, Kind.LEAVE_ONE_OUT.id(), null, null, choices.leftOut(), null));
        }
        new TreeMap<>(choices.weights())
                .forEach((node, weight) -> rows.add(row(trial, Kind.WEIGHTS.id(), null, null, node, weight)));
        return rows;
    }

    private static Row row(Trial trial, String factor, Object... choice) {
        return RowFactory.create(
                Stream.concat(Stream.of(trial.analysis().id(), trial.number() + 1, factor), Arrays.stream(choice))
                        .toArray());
    }

    private Method method(Kind kind, int alternative) {
        Alternatives declared = model.layout().composite().robustness();
        return switch (kind) {
            case IMPUTE -> declared.imputations().get(alternative);
            case TREAT -> declared.treatments().get(alternative);
            case NORMALISE -> declared.normalisations().get(alternative);
            case AGGREGATE -> declared.aggregations().get(alternative);
            case LEAVE_ONE_OUT, WEIGHTS -> throw new IllegalArgumentException(kind + " has no methods");
        };
    }
}
