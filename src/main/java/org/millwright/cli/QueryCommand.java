package org.millwright.cli;

import java.util.concurrent.Callable;
import org.millwright.query.ReleaseSql;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "query",
        description = "SQL over the current release, one view for each table; without SQL, the list of tables.",
        footer = {
            "",
            "Examples:",
            "  millwright query \"SELECT * FROM traditional_share WHERE period = '2017'\"",
            "  millwright query --format csv \"SELECT period, value FROM industry_measures",
            "      WHERE area = 'US' AND industry = 'petrochemicals' AND measure = 'value_added'\"",
            "  millwright query --run 20260101T020000000Z \"SELECT * FROM rejected_rows\""
        })
final class QueryCommand implements Callable<Integer> {
    @Mixin
    private LakeOption lake;

    @Option(names = "--release", paramLabel = "ID", description = "Another release than the current one.")
    private String release;

    @Option(
            names = "--run",
            paramLabel = "ID",
            description = "What a run that published nothing found: rejected_rows and rule_results.")
    private String run;

    @Option(names = "--format", defaultValue = "table", description = "table (default), csv or json.")
    private AnswerPrinter format;

    @Parameters(arity = "0..1", paramLabel = "SQL", description = "One SELECT statement.")
    private String query;

    @Override
    public Integer call() {
        try (ReleaseSql sql = new ReleaseSql(run != null ? lake.findings(run) : lake.release(release))) {
            format.print(query == null ? sql.tables() : sql.ask(query), System.out);
        }
        return 0;
    }
}
