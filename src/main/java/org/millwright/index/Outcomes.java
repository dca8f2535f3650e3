package org.millwright.index;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.millwright.model.Reason;
import org.millwright.stat.robustness.RankShifts;

/** What the replicates of one slice make of the top scores of one period: scores and ranks of every unit, and how ranks shift. */
final class Outcomes {
    /**
     * One row per unit with its replicates of the uncertainty analysis, and one row without a unit for the rank shifts of the
     * replicates of all analyses; {@code first} is the number of the first replicate. {@code reason} says why the unit has no nominal score or rank,
     * {@code failure} why it has none in the first replicate without one.
     */
    static final StructType SLICE = StructType.fromDDL("dataset STRING, period STRING, peers STRING, unit STRING,"
            + " first INT, nominal_score DOUBLE, nominal_rank INT, reason STRING, failure STRING,"
            + " scores BINARY, ranks BINARY, mean_shifts BINARY, max_shifts BINARY");

    static final String[] UNIT = {"dataset", "period", "peers", "unit"};

    private final NodeScores nominal;
    private final PeerRanks peers;
    private final double[] nominalRanks;
    private final int from;
    private final double[][] scores;
    private final double[][] ranks;
    private final Reason[] failures;
    private final double[] meanShifts;
    private final double[] maximumShifts;

    Outcomes(NodeScores nominal, Trials trials, int from, int to) {
        this.nominal = nominal;
        this.from = from;
        CrossSection section = nominal.prepared().section();
        peers = new PeerRanks(section);
        nominalRanks = peers.orMissing(nominal.topScores());
        int kept = Math.max(0, Math.min(to, trials.replicates()) - from);
        scores = new double[section.size()][kept];
        ranks = new double[section.size()][kept];
        failures = new Reason[section.size()];
        meanShifts = new double[to - from];
        maximumShifts = new double[to - from];
    }

    void add(int trial, NodeScores replicate) {
        int place = trial - from;
        double[] ofUnits = replicate.topScores();
        double[] rankOfUnits = peers.orMissing(ofUnits);
        meanShifts[place] = RankShifts.mean(nominalRanks, rankOfUnits);
        maximumShifts[place] = RankShifts.maximum(nominalRanks, rankOfUnits);
        for (int i = 0; i < scores.length && place < scores[i].length; i++) {
            scores[i][place] = ofUnits[i];
            ranks[i][place] = rankOfUnits[i];
            if (Double.isNaN(ofUnits[i]) && failures[i] == null) {
                failures[i] = replicate.topReason(i);
            }
        }
    }

    List<Row> rows(String dataset) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < scores.length && scores[i].length > 0; i++) {
            rows.add(ofUnit(dataset, i));
        }
        rows.add(RowFactory.create(
                dataset,
                nominal.prepared().section().period(),
                null,
                null,
                from,
                null,
                null,
                null,
                null,
                null,
                null,
                PackedDoubles.of(meanShifts),
                PackedDoubles.of(maximumShifts)));
        return rows;
    }

    private Row ofUnit(String dataset, int i) {
        CrossSection section = nominal.prepared().section();
        double score = nominal.topScores()[i];
        return RowFactory.create(
                dataset,
                section.period(),
                section.peers()[i],
                section.unit()[i],
                from,
                Double.isNaN(score) ? null : score,
                Double.isNaN(nominalRanks[i]) ? null : (int) nominalRanks[i],
                name(Double.isNaN(score) || section.compared()[i] ? nominal.topReason(i) : Reason.NOT_COMPARED),
                name(failures[i]),
                PackedDoubles.of(scores[i]),
                PackedDoubles.of(ranks[i]),
                null,
                null);
    }

    private static String name(Reason reason) {
        return reason == null ? null : reason.name();
    }
}
