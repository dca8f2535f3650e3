package org.millwright.query;

/** Which observations two releases know differently: of each key the latest vintage counts. */
final class ChangedObservations {
    /** Makes the table {@code changed_observations}: dataset, area, year, measure, and the file that made the difference. */
    private static final String SQL = """
            CREATE TABLE changed_observations AS
            WITH known AS (
              SELECT 'before' AS side, * FROM before.observations WHERE vintage <= %s
              UNION ALL BY NAME SELECT 'after' AS side, * FROM after.observations WHERE vintage <= %s),
            latest AS (
              SELECT side, dataset, source, area, activity, measure, price_basis, period, frequency, breakdown,
                max_by({'value': value, 'status': obs_status, 'file': file}, vintage) AS last
              FROM known GROUP BY ALL),
            both_sides AS (
              SELECT * FROM (SELECT * EXCLUDE (side, last), last AS later FROM latest WHERE side = 'after') a
              FULL JOIN (SELECT * EXCLUDE (side, last), last AS earlier FROM latest WHERE side = 'before') b
              USING (dataset, source, area, activity, measure, price_basis, period, frequency, breakdown))
            SELECT DISTINCT dataset, area, left(period, 4) AS year, measure, coalesce(later.file, earlier.file || ' (gone)') AS file
            FROM both_sides
            WHERE later.value IS DISTINCT FROM earlier.value OR later.status IS DISTINCT FROM earlier.status
            """;

    private ChangedObservations() {}

    static String sql(ReleaseDiff.Side before, ReleaseDiff.Side after) {
        return SQL.formatted(ReleaseViews.literal(before.asOf()), ReleaseViews.literal(after.asOf()));
    }
}
