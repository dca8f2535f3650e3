package org.millwright.contract;

import java.io.Serializable;
import java.util.List;
import org.millwright.stat.aggregation.Aggregation;
import org.millwright.stat.imputation.Imputation;
import org.millwright.stat.normalisation.Normalisation;
import org.millwright.stat.treatment.NoTreatment;
import org.millwright.stat.treatment.Treatment;
import org.millwright.yaml.YamlNode;

/**
 * The choices that an uncertainty analysis varies. Each that is listed is a factor: a replicate draws one of its
 * alternatives with equal chance.
 *
 * @param replicates how many times the index is computed anew
 * @param seed start of the random numbers; the same seed gives the same replicates
 * @param weightNoise s of w (1 + s u), u uniform on [-1, 1]; 0 leaves the weights as they are
 * @param leaveOneOut whether a replicate leaves out one indicator (or none, with the same chance)
 * @param sensitivity base size N of the sample for Sobol's indices; 0 for none
 * @param periods the periods whose scores are looked at
 */
public record Alternatives(
        int replicates,
        long seed,
        List<Imputation> imputations,
        List<Treatment> treatments,
        List<Normalisation> normalisations,
        List<Aggregation> aggregations,
        double weightNoise,
        boolean leaveOneOut,
        int sensitivity,
        Periods periods)
        implements Serializable {

    /** More replicates, or a larger sample, would be a slip of the pen. */
    public static final int MOST_REPLICATES = 1_000_000;

    /** The latest period of each dataset, or all of them. */
    public enum Periods {
        LATEST,
        ALL
    }

    /** Whether any of them takes parameters from the data. */
    boolean estimate() {
        return imputations.stream().anyMatch(Imputation::estimates)
                || treatments.stream().anyMatch(method -> !(method instanceof NoTreatment))
                || normalisations.stream().anyMatch(Normalisation::estimates);
    }

    static Alternatives read(YamlNode node) {
        YamlNode vary = node.at("vary");
        YamlNode weights = vary.at("weights");
        Alternatives read = new Alternatives(
                node.integer("replicates", 1_000),
                node.integer("seed", 1),
                vary.list("impute", CompositeReader::imputation),
                vary.list("treat", CompositeReader::treatment),
                vary.list("normalise", CompositeReader::normalisation),
                vary.list("aggregate", CompositeReader::aggregation),
                weights.number("noise", 0),
                vary.flag("leave-one-out", false),
                node.integer("sensitivity", 0),
                node.choice("periods", Periods.class, Periods.LATEST));
        read.check(node, weights);
        weights.refuseOtherKeys();
        vary.refuseOtherKeys();
        node.refuseOtherKeys();
        return read;
    }

    private void check(YamlNode node, YamlNode weights) {
        if (replicates < 1 || replicates > MOST_REPLICATES) {
            node.at("replicates").problem("there are " + replicates + " replicates", "Write 1 to " + MOST_REPLICATES);
        }
        if (sensitivity < 0 || sensitivity == 1 || sensitivity > MOST_REPLICATES) {
            node.at("sensitivity").problem("the size is " + sensitivity, "Write 0 (none) or 2 to " + MOST_REPLICATES);
        }
        if (weightNoise < 0 || weightNoise >= 1) {
            weights.problem("the noise is " + weightNoise, "Write 0 to below 1, or weights turn negative");
        }
        if (!variesMethods() && weightNoise == 0 && !leaveOneOut) {
            node.problem("nothing is varied", "Add for example vary: {weights: {noise: 0.25}, leave-one-out: true}");
        }
    }

    private boolean variesMethods() {
        return !(imputations.isEmpty() && treatments.isEmpty() && normalisations.isEmpty() && aggregations.isEmpty());
    }

    /** The same alternatives with another number of replicates. */
    public Alternatives withReplicates(int number) {
        return new Alternatives(
                number,
                seed,
                imputations,
                treatments,
                normalisations,
                aggregations,
                weightNoise,
                leaveOneOut,
                sensitivity,
                periods);
    }
}
