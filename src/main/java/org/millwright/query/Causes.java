package org.millwright.query;

/**
 * Why a figure differs, as SQL over what changed: {@code changes}, {@code changed_observations}, {@code changed_definitions}. The
 * {@code unit} of a change is a struct of what a cause may be found by; two of them are equal also where a field is null.
 */
final class Causes {
    /** Makes the table {@code explained}: each change with {@code because} and {@code detail}. */
    static final String SQL = """
            CREATE TABLE explained AS
            WITH new_periods AS (
              SELECT DISTINCT dataset, period FROM after.industry_measures
              EXCEPT SELECT DISTINCT dataset, period FROM before.industry_measures),
            units AS (SELECT DISTINCT unit FROM changes),
            data AS (
              SELECT unit, string_agg(DISTINCT o.file, ', ' ORDER BY o.file) AS data_files
              FROM units JOIN changed_observations o
                ON o.dataset = unit.dataset AND o.area = unit.area
                AND (o.year IN (left(unit.period, 4), left(unit.base_period, 4))
                  OR (unit.period IS NULL AND unit.base_period IS NULL))
                AND (unit.measure IS NULL OR o.measure = unit.measure)
              GROUP BY unit),
            elsewhere AS (
              SELECT dataset, string_agg(DISTINCT file, ', ' ORDER BY file) AS other_files
              FROM changed_observations GROUP BY dataset),
            definitions AS (
              SELECT unit, string_agg(DISTINCT d.path, ', ' ORDER BY d.path) AS definition_files
              FROM units JOIN changed_definitions d
                ON d.path IN ('settings', 'measures.csv', 'areas.csv')
                OR d.path LIKE 'industries/%' OR d.path LIKE 'calendars/%'
                OR (d.path LIKE 'sources/%' AND EXISTS (
                  SELECT 1 FROM after.sources s
                  WHERE s.dataset = unit.dataset AND d.path = 'sources/' || s.source || '.yaml'))
                OR d.path = 'indicators/' || unit.indicator || '.yaml'
                OR d.path = 'composites/' || unit.composite || '.yaml'
                OR (unit.composite IS NOT NULL AND d.path LIKE 'indicators/%')
              GROUP BY unit),
            parameters AS (
              SELECT DISTINCT unit.composite AS composite, unit.dataset AS dataset FROM changes
              WHERE "table" = 'index_parameters'),
            found AS (
              SELECT c.*, n.period IS NOT NULL AS is_new, data_files, definition_files,
                p.composite IS NOT NULL AS other_parameter, other_files
              FROM changes c
              LEFT JOIN new_periods n ON n.dataset = c.unit.dataset AND n.period = c.unit.period
              LEFT JOIN data USING (unit)
              LEFT JOIN definitions USING (unit)
              LEFT JOIN parameters p ON p.composite = c.unit.composite AND p.dataset = c.unit.dataset
              LEFT JOIN elsewhere e ON e.dataset = c.unit.dataset)
            SELECT *,
              CASE
                WHEN is_new THEN 'new period'
                WHEN data_files IS NOT NULL THEN 'data revision'
                WHEN definition_files IS NOT NULL THEN 'definition'
                WHEN other_method THEN 'method'
                WHEN other_parameter THEN 'parameter'
                WHEN other_files IS NOT NULL THEN 'data revision elsewhere'
                ELSE 'unexplained' END AS because,
              CASE
                WHEN is_new THEN coalesce(data_files, other_files)
                WHEN data_files IS NOT NULL THEN concat_ws('; also ', data_files, definition_files)
                WHEN definition_files IS NOT NULL THEN definition_files
                WHEN other_method THEN method_version
                WHEN other_parameter THEN unit.composite
                ELSE other_files END AS detail
            FROM found
            """;

    private Causes() {}
}
