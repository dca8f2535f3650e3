package org.millwright.stat.aggregation;

import java.util.Arrays;
import org.millwright.model.Reason;
import org.millwright.stat.Reference;

/**
 * TOPSIS: how near a unit is to the best that the units of its period show, and how far from the worst, from 0 to 1.
 *
 * <p>Score = d- / (d+ + d-). Each child is divided by its length over the units, r = x / sqrt(sum x^2); d+ and d- are the
 * distances sqrt(sum (w (r - r*))^2) to the largest and the smallest r of each child. A missing child is left out of its
 * unit's distances; scaling up the other weights would multiply d+ and d- alike. Undefined where all units are equal in
 * all children that the unit has. A child adds its {@link Shapley} value in the game in which the other units keep all
 * their children.
 *
 * <p>Reference: Hwang and Yoon (1981), Multiple Attribute Decision Making; Tzeng and Huang (2011), same title, chapter 5.
 */
public record Topsis() implements Aggregation.AmongUnits {
    public static final Topsis DEFAULT = new Topsis();

    @Override
    public double[] scores(double[][] units, double[] weights) {
        Scale[] scales = scales(units, weights);
        return Arrays.stream(units).mapToDouble(unit -> closeness(unit, scales)).toArray();
    }

    @Override
    public double[][] contributions(double[][] units, double[] weights) {
        Scale[] scales = scales(units, weights);
        return Arrays.stream(units)
                .map(unit -> Shapley.of(unit, present -> closeness(present, scales)))
                .toArray(double[][]::new);
    }

    @Override
    public Reason undefined() {
        return Reason.CONSTANT;
    }

    @Override
    public double worst(double ofChildren) {
        return 0;
    }

    private static double closeness(double[] unit, Scale[] scales) {
        double toBest = 0;
        double toWorst = 0;
        for (int c = 0; c < unit.length; c++) {
            if (!Double.isNaN(unit[c])) {
                double below = scales[c].factor * (scales[c].best - unit[c]);
                double above = scales[c].factor * (unit[c] - scales[c].worst);
                toBest += below * below;
                toWorst += above * above;
            }
        }
        return Math.sqrt(toWorst) / (Math.sqrt(toBest) + Math.sqrt(toWorst));
    }

    private static Scale[] scales(double[][] units, double[] weights) {
        Scale[] scales = new Scale[weights.length];
        for (int c = 0; c < weights.length; c++) {
            int child = c;
            scales[c] = Scale.of(
                    Arrays.stream(units).mapToDouble(unit -> unit[child]).toArray(), weights[c]);
        }
        return scales;
    }

    /** A child among the units; the factor is its weight over its length. */
    private record Scale(double worst, double best, double factor) {
        static Scale of(double[] column, double weight) {
            double[] values = Reference.presentAscending(column);
            double squares = Arrays.stream(values).map(x -> x * x).sum();
            if (squares == 0) {
                return new Scale(0, 0, 0);
            }
            return new Scale(values[0], values[values.length - 1], weight / Math.sqrt(squares));
        }
    }
}
