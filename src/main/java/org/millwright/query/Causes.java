package org.millwright.query;

/** Why a figure differs, as SQL over what changed: {@code changes}, {@code changed_observations}, {@code changed_definitions}. */
final class Causes {
    /** Each change with {@code because} and {@code detail}. */
    static final String SQL = """
            WITH new_periods AS (
              SELECT DISTINCT dataset, period FROM after.industry_measures
              EXCEPT SELECT DISTINCT dataset, period FROM before.industry_measures),
            units AS (SELECT DISTINCT dataset, area, period, base_period, measure, indicator, composite FROM changes),
            data AS (
              SELECT u.*, string_agg(DISTINCT o.file, ', ' ORDER BY o.file) AS files
              FROM units u JOIN changed_observations o
                ON o.dataset = u.dataset AND o.area = u.area
                AND o.year IN (left(u.period, 4), left(u.base_period, 4))
                AND (u.measure IS NULL OR o.measure = u.measure)
              GROUP BY ALL),
            elsewhere AS (
              SELECT dataset, string_agg(DISTINCT file, ', ' ORDER BY file) AS files FROM changed_observations GROUP BY ALL),
            definitions AS (
              SELECT u.*, string_agg(DISTINCT d.path, ', ' ORDER BY d.path) AS files
              FROM units u JOIN changed_definitions d
                ON d.path IN ('settings', 'measures.csv', 'areas.csv')
                OR d.path LIKE 'industries/%'
                OR (d.path LIKE 'sources/%' AND EXISTS (
                  SELECT 1 FROM after.sources s WHERE s.dataset = u.dataset AND d.path = 'sources/' || s.source || '.yaml'))
                OR d.path = 'indicators/' || u.indicator || '.yaml'
                OR d.path = 'composites/' || u.composite || '.yaml'
                OR (u.composite IS NOT NULL AND d.path LIKE 'indicators/%')
              GROUP BY ALL),
            parameters AS (
              SELECT DISTINCT composite, dataset FROM (
                SELECT * EXCLUDE (run) FROM after.index_parameters EXCEPT SELECT * EXCLUDE (run) FROM before.index_parameters)),
            found AS (
              SELECT c.*, n.period IS NOT NULL AS is_new, data.files AS data_files, def.files AS definition_files,
                p.composite IS NOT NULL AS other_parameter, e.files AS other_files
              FROM changes c
              LEFT JOIN new_periods n ON n.dataset = c.dataset AND n.period = c.period
              LEFT JOIN data ON data.dataset = c.dataset AND data.area = c.area AND data.period = c.period
                AND data.base_period IS NOT DISTINCT FROM c.base_period AND data.measure IS NOT DISTINCT FROM c.measure
                AND data.indicator IS NOT DISTINCT FROM c.indicator AND data.composite IS NOT DISTINCT FROM c.composite
              LEFT JOIN definitions def ON def.dataset = c.dataset AND def.area = c.area AND def.period = c.period
                AND def.base_period IS NOT DISTINCT FROM c.base_period AND def.measure IS NOT DISTINCT FROM c.measure
                AND def.indicator IS NOT DISTINCT FROM c.indicator AND def.composite IS NOT DISTINCT FROM c.composite
              LEFT JOIN parameters p ON p.composite = c.composite AND p.dataset = c.dataset
              LEFT JOIN elsewhere e ON e.dataset = c.dataset)
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
                WHEN other_parameter THEN composite
                ELSE other_files END AS detail
            FROM found""";

    private Causes() {}
}
