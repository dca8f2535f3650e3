package org.millwright.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.millwright.contract.TableContract;
import org.millwright.contract.TableContract.Column;
import org.millwright.error.ErrorCode;
import org.millwright.error.Problem;
import org.millwright.error.Problems;
import org.millwright.storage.LocalCopy;

/**
 * Checks the files of a staged release against their table contracts, with another engine than the one that wrote them:
 * keys are unique, required columns are filled, values are within their bounds and lists, and no number is NaN.
 */
final class ContractCheck implements AutoCloseable {
    private final Connection connection;

    ContractCheck() {
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Checks one table and returns its number of rows; what is broken is added to the problems. */
    long check(TableContract contract, Path folder, Problems problems) throws IOException {
        try (LocalCopy copy = LocalCopy.of(folder.resolve(contract.name() + ".parquet"))) {
            return checkLocal(contract, copy.path(), problems);
        }
    }

    private long checkLocal(TableContract contract, Path path, Problems problems) {
        String files = (Files.isDirectory(path) ? path.resolve("*.parquet") : path)
                .toString()
                .replace("'", "''");
        String from = " FROM read_parquet('" + files + "')";
        List<String> names = new ArrayList<>();
        List<String> counts = new ArrayList<>();
        contract.columns().forEach(column -> add(column, names, counts));
        String key = contract.key().stream().map(ContractCheck::quoted).collect(Collectors.joining(", "));
        if (!key.isEmpty()) {
            names.add("the key " + key + " is not unique");
            counts.add("(SELECT count(*) FROM (SELECT 1" + from + " GROUP BY " + key + " HAVING count(*) > 1))");
        }
        String sql =
                "SELECT count(*)" + counts.stream().map(count -> ", " + count).collect(Collectors.joining()) + from;
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            for (int i = 0; i < names.size(); i++) {
                long broken = result.getLong(i + 2);
                if (broken > 0) {
                    problems.add(broken(contract, names.get(i), broken));
                }
            }
            return result.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException("cannot check the table " + contract.name(), failed);
        }
    }

    private static void add(Column column, List<String> names, List<String> counts) {
        String name = quoted(column.name());
        List<String> conditions = new ArrayList<>();
        if (column.required()) {
            conditions.add(name + " IS NULL");
        }
        if (column.type().typeName().equals("double")) {
            conditions.add("NOT isfinite(" + name + ")");
        }
        if (!Double.isNaN(column.minimum())) {
            conditions.add(name + " < " + column.minimum());
        }
        if (!Double.isNaN(column.maximum())) {
            conditions.add(name + " > " + column.maximum());
        }
        if (!column.validValues().isEmpty()) {
            String values = column.validValues().stream()
                    .map(value -> "'" + value.replace("'", "''") + "'")
                    .collect(Collectors.joining(", "));
            conditions.add(name + " NOT IN (" + values + ")");
        }
        for (String condition : conditions) {
            names.add("the column has " + condition);
            counts.add("count(*) FILTER (WHERE " + condition + ")");
        }
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }

    private static Problem broken(TableContract contract, String what, long rows) {
        return new Problem(
                ErrorCode.CONTRACT_BROKEN,
                "table " + contract.name(),
                what + " (" + rows + " times)",
                "Nothing was published; if the input is right this is a defect, report it");
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
