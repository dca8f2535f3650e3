package org.millwright.stat.change;

import java.util.Arrays;
import org.millwright.stat.aggregation.UnitScore;
import org.millwright.stat.weighting.BenefitOfTheDoubt;

/** sum w x, as the benefit of the doubt scores: its weights do not sum to 1, and those of missing children are not replaced. */
public record WeightedSum() implements UnitScore {
    @Override
    public double score(double[] children, double[] weights) {
        return BenefitOfTheDoubt.score(children, weights);
    }

    @Override
    public double[] slopes(double[] from, double[] to, double[] weights) {
        double[] slopes = new double[weights.length];
        Arrays.setAll(slopes, c -> Double.isNaN(from[c]) ? 0 : weights[c]);
        return slopes;
    }
}
