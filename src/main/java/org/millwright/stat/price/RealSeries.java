package org.millwright.stat.price;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.millwright.model.Reason;

/**
 * The figures of one series at the prices of its base year.
 *
 * <p>By a price index I with I(base) = 1: real(t) = nominal(t) / I(t). By a quantity index Q: real(t) = nominal(base) *
 * Q(t) / Q(base). So real(base) = nominal(base), and the growth of the real series is that of nominal / price or of Q.
 *
 * <p>Undefined, as NaN: where the nominal figure is (for a quantity index: that of the base year), and where the index is,
 * between t and the base too if it is chained. {@link #reason} tells the index from the base year; it is empty where the
 * nominal figure alone is undefined, whose status says why.
 *
 * @param values in the unit of the nominal figures; NaN where undefined
 */
public record RealSeries(PriceMethod method, double[] nominal, List<double[]> indices, int base, double[] values) {

    /**
     * @param nominal at current prices, on consecutive years; NaN where undefined
     * @param indices one index on the same years; for {@link PriceMethod#FIXED_BASE} its segments, oldest first
     * @param base position of the base year
     */
    public static RealSeries of(PriceMethod method, double[] nominal, List<double[]> indices, int base) {
        double[] index = indexSpans(method, indices, base)
                ? index(method, indices, base)
                : IndexNumbers.undefined(nominal.length);
        double[] values = IntStream.range(0, nominal.length)
                .mapToDouble(t -> method == PriceMethod.VOLUME ? nominal[base] * index[t] : nominal[t] / index[t])
                .toArray();
        return new RealSeries(method, nominal, indices, base, values);
    }

    private static double[] index(PriceMethod method, List<double[]> indices, int base) {
        return switch (method) {
            case PREVIOUS_YEAR -> IndexNumbers.chain(indices.get(0), base);
            case FIXED_BASE, VOLUME -> IndexNumbers.rebase(linked(indices), base);
        };
    }

    private static double[] linked(List<double[]> segments) {
        return segments.stream().reduce(IndexNumbers::link).orElseThrow();
    }

    /** Whether the index reaches from one side of the period to the other; a chain begins in the year before its first link. */
    private static boolean indexSpans(PriceMethod method, List<double[]> indices, int period) {
        double[] index = linked(indices);
        boolean beforeFirstLink =
                method == PriceMethod.PREVIOUS_YEAR && period + 1 < index.length && index[period + 1] > 0;
        return beforeFirstLink || IndexNumbers.spans(index, period);
    }

    /** Why a figure is undefined although the nominal figure is there. */
    public Optional<Reason> reason(int t) {
        boolean quantity = method == PriceMethod.VOLUME;
        if (!Double.isNaN(values[t]) || (Double.isNaN(nominal[t]) && !quantity)) {
            return Optional.empty();
        }
        if (indices.stream().noneMatch(IndexNumbers::exists)) {
            return Optional.of(Reason.DEFLATOR);
        }
        boolean noBase = !indexSpans(method, indices, base) || (quantity && Double.isNaN(nominal[base]));
        return Optional.of(noBase ? Reason.BASE_YEAR : Reason.DEFLATOR);
    }

    /** The positions of the index on which the figure of a year rests. */
    public IntStream restsOn(int t) {
        return method == PriceMethod.PREVIOUS_YEAR
                ? IntStream.rangeClosed(Math.min(t, base) + 1, Math.max(t, base))
                : IntStream.of(t, base);
    }
}
