package org.millwright.sources;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** The effects on the CO2 of an area between two years, in SQL: the formula of LMDI I as it is printed, without zeros. */
final class LmdiSql {
    private static final String EFFECTS = """
            WITH figures AS (
                SELECT industry, period,
                    max(value) FILTER (WHERE measure = 'co2') AS e,
                    max(value) FILTER (WHERE measure = 'value_added') AS q
                FROM read_parquet('%s/*.parquet')
                WHERE industry IN ('petrochemicals', 'chemicals', 'metallurgy', 'building_materials', 'machinery',
                    'light_industry', 'textiles', 'other_manufacturing')
                GROUP BY ALL),
            shares AS (
                SELECT *, sum(q) OVER (PARTITION BY period) AS total, q / sum(q) OVER (PARTITION BY period) AS s
                FROM figures),
            pairs AS (
                SELECT a.industry, (b.e - a.e) / (ln(b.e) - ln(a.e)) AS l,
                    ln(b.total / a.total) AS activity, ln(b.s / a.s) AS structure, ln(b.e / b.q / (a.e / a.q)) AS intensity
                FROM shares a JOIN shares b USING (industry)
                WHERE a.period = '%s' AND b.period = '%s')
            SELECT industry || ' ' || effect, l * logarithm
            FROM pairs UNPIVOT (logarithm FOR effect IN (activity, structure, intensity))
            """;

    private LmdiSql() {}

    /** Industry and effect to the value; {@code figures} is a folder of Parquet files like {@code industry_measures}. */
    static Map<String, Double> effects(String figures, String from, String to) throws SQLException {
        Map<String, Double> effects = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(EFFECTS.formatted(figures, from, to))) {
            while (rows.next()) {
                effects.put(rows.getString(1), rows.getDouble(2));
            }
        }
        return effects;
    }
}
