package org.millwright.seasonal;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** A stored model as cells of {@code seasonal_models}. */
final class StoredModelRow {
    static final String DDL =
            "definition STRING, first_period STRING, estimated_to STRING, complete_year INT, parameters STRING";
    static final List<String> COLUMNS =
            List.of("definition", "first_period", "estimated_to", "complete_year", "parameters");

    private StoredModelRow() {}

    static Row of(StoredModel stored) {
        return RowFactory.create(
                stored.definition(), stored.from(), stored.to(), stored.completeYear(), stored.parameters());
    }

    /** Empty where the series has no model yet. */
    static Optional<StoredModel> read(Row row) {
        return Optional.ofNullable(row)
                .map(stored -> new StoredModel(
                        stored.<String>getAs("parameters"),
                        stored.getAs("definition"),
                        stored.getAs("first_period"),
                        stored.getAs("estimated_to"),
                        stored.getAs("complete_year")));
    }
}
