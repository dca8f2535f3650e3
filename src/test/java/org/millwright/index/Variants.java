package org.millwright.index;

import java.util.LinkedHashMap;
import java.util.Map;
import org.millwright.contract.Composite;

/** Composites that together use every step in several ways. */
final class Variants {
    private static final String WINDOW = "reference-window: {from: 2015, to: 2016}\n";

    private Variants() {}

    static Map<String, Composite> all() {
        Map<String, Composite> all = new LinkedHashMap<>();
        all.put("plain", RandomPanel.composite(WINDOW));
        all.put("by group", RandomPanel.composite(WINDOW + """
                        impute: {method: mean, by: group}
                        treat: {method: winsorise, maximum-points: 2}
                        normalise: {method: z-score, mean: 100, standard-deviation: 10}
                        aggregate: mazziotta-pareto
                        """));
        all.put("each period", RandomPanel.composite("""
                reference-window: {each-period: true}
                impute: median
                treat: {method: box-cox, lambda: 0.5}
                weights: entropy
                """));
        all.put("row mean", RandomPanel.composite(WINDOW + """
                impute: row-mean
                treat: log
                normalise: {lower: 1}
                aggregate: geometric
                weights: critic
                """));
        all.put("carried", RandomPanel.composite(WINDOW + """
                impute: {method: carry-forward, limit: 2}
                normalise: {method: distance-to-reference, unit: u03}
                weights: {method: principal-components, variant: rotated}
                """));
        comparing(all);
        return all;
    }

    /** Those in which units are compared with each other. */
    private static void comparing(Map<String, Composite> all) {
        all.put("line", RandomPanel.composite(WINDOW + "impute: linear\naggregate: topsis\nminimum-coverage: 0.3\n"));
        all.put("rank", RandomPanel.composite("normalise: rank\nminimum-coverage: 0\n", "aggregate: copeland"));
        all.put(
                "screened",
                RandomPanel.composite(WINDOW + """
                        screen: {minimum-coverage: 0.8, minimum-coverage-per-node: 0.5}
                        normalise: {method: percentile-rank}
                        weights: equal
                        """, "weights: {method: benefit-of-the-doubt, maximum-share: 0.9}"));
        all.put(
                "power",
                RandomPanel.composite(WINDOW + "aggregate: {method: power, exponent: 2}\nweights: optimised\n"));
    }
}
