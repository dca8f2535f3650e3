package org.millwright.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.millwright.yaml.YamlNode;

/**
 * What a published table promises: an Open Data Contract Standard 3.1 document in {@code data-schemas/tables}.
 *
 * @param name name of the table
 * @param version version of the contract
 * @param grain what one row is
 * @param columns the columns in their order
 */
public record TableContract(String name, String version, String grain, List<Column> columns) {

    /** By their names in SQL. Spark could parse any name, but would load its whole parser, in runs too that start no engine. */
    private static final SortedMap<String, DataType> TYPES = new TreeMap<>(Map.of(
            "BIGINT", DataTypes.LongType,
            "BOOLEAN", DataTypes.BooleanType,
            "DOUBLE", DataTypes.DoubleType,
            "INT", DataTypes.IntegerType,
            "STRING", DataTypes.StringType));

    /**
     * One column.
     *
     * @param keyPosition 1-based position in the key; 0 outside it
     * @param minimum lowest value allowed; NaN for none
     * @param maximum highest value allowed; NaN for none
     * @param validValues the only values allowed; empty for any
     */
    public record Column(
            String name,
            DataType type,
            boolean required,
            int keyPosition,
            String description,
            double minimum,
            double maximum,
            List<String> validValues) {}

    /** The Spark schema, with nullability and comments. */
    public StructType schema() {
        return new StructType(columns.stream()
                .map(column -> new StructField(column.name(), column.type(), true, comment(column)))
                .toArray(StructField[]::new));
    }

    private static Metadata comment(Column column) {
        return new MetadataBuilder().putString("comment", column.description()).build();
    }

    /** The columns that identify a row, in the order of the key. */
    public List<String> key() {
        return columns.stream()
                .filter(column -> column.keyPosition() > 0)
                .sorted(Comparator.comparingInt(Column::keyPosition))
                .map(Column::name)
                .toList();
    }

    /** The columns that hold figures: numbers outside the key that are no counts. */
    public List<String> figures() {
        return columns.stream()
                .filter(column -> column.keyPosition() == 0 && column.type().equals(DataTypes.DoubleType))
                .map(Column::name)
                .toList();
    }

    static TableContract read(YamlNode root) {
        root.keys();
        List<YamlNode> tables = root.list("schema", table -> table);
        if (tables.size() != 1) {
            root.problem("a contract describes one table, here are " + tables.size(), "Write one entry under 'schema'");
            return new TableContract("", "", "", List.of());
        }
        YamlNode table = tables.get(0);
        List<Column> columns = new ArrayList<>(table.list("properties", TableContract::column));
        return new TableContract(
                table.text("name"), root.text("version"), table.text("dataGranularityDescription"), columns);
    }

    private static Column column(YamlNode node) {
        YamlNode options = node.at("logicalTypeOptions");
        List<List<String>> valid =
                node.list("quality", quality -> quality.at("arguments").list("validValues", YamlNode::scalar));
        return new Column(
                node.text("name"),
                type(node),
                Boolean.parseBoolean(node.text("required", "false")),
                node.integer("primaryKeyPosition", 0),
                node.text("description"),
                options.number("minimum", Double.NaN),
                options.number("maximum", Double.NaN),
                valid.isEmpty() ? List.of() : valid.get(0));
    }

    private static DataType type(YamlNode node) {
        String name = node.text("physicalType");
        DataType type = TYPES.get(name);
        if (type == null) {
            node.at("physicalType")
                    .problem("'" + name + "' is not a type of a column", "Write one of " + TYPES.keySet());
            return DataTypes.StringType;
        }
        return type;
    }
}
