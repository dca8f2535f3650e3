package org.millwright.stat.treatment;

import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;

/**
 * The lambda under which Box-Cox transformed data are likeliest to be normal.
 *
 * <p>The profile log-likelihood is l(lambda) = -n/2 ln var(y) + (lambda - 1) sum ln a, y the transform of a. Dividing a by
 * its geometric mean takes the second term away, so that lambda is where the variance of the transform of a / geometric
 * mean is least. l is concave in lambda, so there is one maximum; it is sought between -2 and 2.
 *
 * <p>Reference: Box and Cox (1964), equation 8; Kouider and Chen (1995), Concavity of Box-Cox log-likelihood function,
 * Statistics and Probability Letters 25, 171-175.
 */
final class ProfileLikelihood {
    private static final double BOUND = 2;
    private static final double TOLERANCE = 1e-10;
    private static final int MOST_EVALUATIONS = 200;

    private final double[] logs;
    private final double mean;
    private final double[] transformed;

    private ProfileLikelihood(double[] logs) {
        this.logs = logs;
        mean = mean(logs);
        transformed = new double[logs.length];
    }

    /** @param logs ln a, ascending and not all equal */
    static double lambda(double[] logs) {
        return new BrentOptimizer(TOLERANCE, TOLERANCE)
                .optimize(
                        new UnivariateObjectiveFunction(new ProfileLikelihood(logs)::logOfVariance),
                        GoalType.MINIMIZE,
                        new SearchInterval(-BOUND, BOUND),
                        new MaxEval(MOST_EVALUATIONS))
                .getPoint();
    }

    private double logOfVariance(double lambda) {
        for (int i = 0; i < logs.length; i++) {
            transformed[i] = BoxCox.ofLog(logs[i] - mean, lambda);
        }
        double centre = mean(transformed);
        double squares = 0;
        for (double value : transformed) {
            squares += (value - centre) * (value - centre);
        }
        return Math.log(squares / logs.length);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
