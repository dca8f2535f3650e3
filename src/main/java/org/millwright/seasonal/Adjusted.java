package org.millwright.seasonal;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A series taken apart.
 *
 * @param adjusted without season and calendar; its annual totals are those of the raw series where that was asked for
 * @param trend smooth movement
 * @param seasonal what was taken out, season and calendar: a factor where the model is logarithmic, else an amount
 * @param irregular the rest, a factor or an amount
 */
record Adjusted(double[] adjusted, double[] trend, double[] seasonal, double[] irregular, Fit fit) {

    /**
     * How the series was modelled and how well.
     *
     * @param quality X-13: the statistic Q of Lothian and Morry, of which 1 is the limit; NaN for TRAMO-SEATS
     * @param qualityWithoutM2 the same without M2, which depends on how strong the trend is
     * @param replaced TRAMO-SEATS: whether the model could not be taken apart and another one near it was
     */
    record Fit(Model model, double quality, double qualityWithoutM2, boolean replaced) {}

    /**
     * Components as JDemetra gives them.
     *
     * @param plain adjusted, before the annual totals were restored
     * @param restored with the annual totals of the raw series; null where they were not asked for
     */
    record Components(double[] plain, double[] restored, double[] trend, double[] irregular) {}

    static Adjusted of(Series series, Components components, Fit fit) {
        double[] raw = series.values();
        double[] plain = components.plain();
        boolean log = fit.model().log();
        double[] seasonal = IntStream.range(0, raw.length)
                .mapToDouble(i -> log ? raw[i] / plain[i] : raw[i] - plain[i])
                .toArray();
        double[] adjusted = components.restored() == null ? plain : components.restored();
        boolean finite = Stream.of(adjusted, components.trend(), seasonal, components.irregular())
                .flatMapToDouble(Arrays::stream)
                .allMatch(Double::isFinite);
        if (!finite) {
            throw new IllegalStateException("the components of the series are not finite");
        }
        return new Adjusted(adjusted, components.trend(), seasonal, components.irregular(), fit);
    }
}
