package org.millwright.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.error.ErrorCode;
import org.millwright.error.MillwrightException;

/** What was known on a day, and what has become of it; figures in thousand yuan, tables in yuan. */
class AsOfRunTest {
    private static final String[] MARCH = {
        "CN,31,2020,80,9", "CN,32,2020,150,9", "CN,33,2020,90,9", "CN,40,2020,80,9",
        "CN,31,2021,100,10", "CN,32,2021,200,10", "CN,33,2021,100,10", "CN,40,2021,100,20"
    };
    private static final String[] SEPTEMBER = {
        "CN,31,2021,150,10", "CN,31,2022,160,10", "CN,32,2022,210,10", "CN,33,2022,1,1", "CN,40,2022,1,1"
    };
    private static final List<String> DOWNSTREAM = List.of(
            "industry_measures",
            "growth_rates",
            "revisions",
            "revision_statistics",
            "indicator_values",
            "traditional_share",
            "index_scores",
            "index_contributions",
            "index_changes");

    @TempDir
    private Path folder;

    private Workshop workshop;

    @BeforeEach
    void openWorkshop() {
        workshop = new Workshop(folder.resolve("all"));
        workshop.land("tiny-2022-03-01.csv", MARCH);
        workshop.land("tiny-2022-09-01.csv", SEPTEMBER);
    }

    private static List<Object> rows(Workshop workshop, String table) {
        return workshop.ask(
                "SELECT to_json(t) FROM (SELECT COLUMNS(* EXCLUDE (run)) FROM " + table + " ORDER BY ALL) t");
    }

    @Test
    void tablesAreThoseOfARunThatNeverSawTheLaterFile() {
        Workshop then = new Workshop(folder.resolve("then"));
        workshop.computeIndex();
        then.computeIndex();
        workshop.run(Optional.of("2022-08-31"), false);
        then.land("tiny-2022-03-01.csv", MARCH);
        then.run();
        for (String table : DOWNSTREAM) {
            assertThat(rows(workshop, table)).as(table).isEqualTo(rows(then, table));
        }
        assertThat(rows(workshop, "growth_rates")).isNotEmpty();
        assertThat(rows(workshop, "index_scores")).isNotEmpty();
        assertThat(rows(workshop, "revisions")).isEmpty();
        assertThat(workshop.ask("SELECT DISTINCT period FROM industry_measures ORDER BY 1"))
                .containsExactly("2020", "2021");
    }

    @Test
    void aVintageIsKnownOnItsOwnDay() {
        workshop.run(Optional.of("2022-09-01"), false);
        List<Object> onTheDay = rows(workshop, "industry_measures");
        workshop.run();
        assertThat(onTheDay).isNotEmpty().isEqualTo(rows(workshop, "industry_measures"));
    }

    /** Steel 100 to 150; metallurgy 100 + 200 to 150 + 200; all eight 400 to 450; manufacturing 500 to 550. */
    @Test
    void revisionsFollowFromTheVintages() {
        workshop.run();
        assertThat(workshop.ask("SELECT concat_ws(' ', industry, period, vintage, previous_vintage, value, revision,"
                        + " round(relative_revision, 6)) FROM revisions"
                        + " WHERE measure = 'value_added' AND revision IS NOT NULL ORDER BY value"))
                .containsExactly(
                        "steel 2021 2022-09-01 2022-03-01 150000.0 50000.0 50.0",
                        "metallurgy 2021 2022-09-01 2022-03-01 350000.0 50000.0 16.666667",
                        "traditional 2021 2022-09-01 2022-03-01 450000.0 50000.0 12.5",
                        "manufacturing 2021 2022-09-01 2022-03-01 550000.0 50000.0 10.0");
        // Employment was confirmed, and what the second file leaves out is as it was.
        assertThat(workshop.ask("SELECT count(*) FROM revisions WHERE measure = 'employment' AND revision IS NOT NULL"))
                .containsExactly(0L);
        assertThat(workshop.ask("SELECT concat_ws(' ', revisions, mean_revision, upward_share, reason)"
                        + " FROM revision_statistics WHERE measure = 'value_added' AND industry IN ('steel', 'textiles')"
                        + " ORDER BY industry"))
                .containsExactly("1 50.0 1.0 SHORT", "1 0.0 0.0 SHORT");
    }

    /** 100 * (100 - 80) / 80 = 25 % as known in March, 100 * (150 - 80) / 80 = 87.5 % now. */
    @Test
    void growthIsThatOfTheFiguresThatWereKnown() {
        String growth = "SELECT growth FROM growth_rates WHERE industry = 'steel' AND measure = 'value_added'"
                + " AND period = '2021' AND base_period = '2020'";
        workshop.run(Optional.of("2022-03-01"), false);
        assertThat(workshop.ask(growth)).containsExactly(25.0);
        workshop.run();
        assertThat(workshop.ask(growth)).containsExactly(87.5);
    }

    @Test
    void aDayBeforeTheFirstVintageIsRefused() {
        MillwrightException refused =
                catchThrowableOfType(MillwrightException.class, () -> workshop.run(Optional.of("2022-02-28"), false));
        assertThat(refused.exitCode()).isEqualTo(64);
        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.NOTHING_KNOWN);
            assertThat(problem.text())
                    .isEqualTo("--as-of 2022-02-28: no source had published anything on that day;"
                            + " tiny: the first figures are of 2022-03-01. Give a later day");
        });
        assertThat(workshop.run().run().outcome()).isEqualTo("published");
        assertThat(workshop.ask("SELECT count(*) FROM observations")).containsExactly(2L * (8 + 5));
    }
}
