package org.millwright.stat;

/**
 * Weighted means of values of which some may be missing (NaN).
 *
 * <ul>
 *   <li>Arithmetic: sum w x / sum w.
 *   <li>Geometric: exp(sum w ln x / sum w); undefined (NaN) if a value is zero or negative.
 * </ul>
 *
 * Sums run over the values that are present, in their order. With none present the mean is NaN. Weights are positive.
 *
 * <p>Reference: OECD/JRC, Handbook on Constructing Composite Indicators (2008), section 6.
 */
public enum WeightedMean {
    ARITHMETIC {
        @Override
        public double of(double[] values, double[] weights) {
            double sum = 0;
            double weight = 0;
            for (int i = 0; i < values.length; i++) {
                if (!Double.isNaN(values[i])) {
                    sum += weights[i] * values[i];
                    weight += weights[i];
                }
            }
            return sum / weight;
        }

        @Override
        public double[] contributions(double[] values, double[] weights) {
            double weight = presentWeight(values, weights);
            double[] contributions = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                contributions[i] = values[i] * weights[i] / weight;
            }
            return contributions;
        }
    },

    GEOMETRIC {
        @Override
        public double of(double[] values, double[] weights) {
            double sum = 0;
            double weight = 0;
            for (int i = 0; i < values.length; i++) {
                if (!Double.isNaN(values[i])) {
                    if (values[i] <= 0) {
                        return Double.NaN;
                    }
                    sum += weights[i] * Math.log(values[i]);
                    weight += weights[i];
                }
            }
            return Math.exp(sum / weight);
        }

        @Override
        public double[] contributions(double[] values, double[] weights) {
            double mean = of(values, weights);
            double weight = presentWeight(values, weights);
            double logs = 0;
            for (int i = 0; i < values.length; i++) {
                logs += Double.isNaN(values[i]) ? 0 : weights[i] * Math.log(values[i]);
            }
            double[] contributions = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                double share = logs == 0 ? weights[i] / weight : weights[i] * Math.log(values[i]) / logs;
                contributions[i] = Double.isNaN(values[i]) ? Double.NaN : mean * share;
            }
            return contributions;
        }
    };

    /** The mean of the present values; NaN where it is undefined. */
    public abstract double of(double[] values, double[] weights);

    /** What each value adds to the mean: they sum to it; NaN for a missing value. Geometric: by share of the log. */
    public abstract double[] contributions(double[] values, double[] weights);

    static double presentWeight(double[] values, double[] weights) {
        double weight = 0;
        for (int i = 0; i < values.length; i++) {
            weight += Double.isNaN(values[i]) ? 0 : weights[i];
        }
        return weight;
    }
}
