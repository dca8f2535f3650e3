package org.millwright.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.millwright.contract.Composite.Node;
import org.millwright.index.Diagnostic.Statistic;
import org.millwright.stat.Correlation;
import org.millwright.stat.diagnostic.CronbachAlpha;
import org.millwright.stat.diagnostic.Flag;
import org.millwright.stat.weighting.Components;

/**
 * What the reference window says of a node: whether its children go together. Each pair of children is correlated on the units
 * that have both; alpha and the components go by the units that have all, on standardised scores.
 */
final class NodeDiagnosis {
    private final Node node;
    private final double[][] children;
    private final double[][] correlations;
    private final int complete;
    private final List<Diagnostic> found = new ArrayList<>();

    private NodeDiagnosis(Node node, Sample sample) {
        this.node = node;
        this.children = sample.columns();
        this.correlations = Correlation.matrix(children);
        this.complete = complete(children);
    }

    /** Nothing can be said of a node with one child. */
    static List<Diagnostic> of(Node node, Sample sample) {
        if (node.children().size() < 2) {
            return List.of();
        }
        NodeDiagnosis diagnosis = new NodeDiagnosis(node, sample);
        diagnosis.siblings();
        diagnosis.consistency();
        diagnosis.components();
        return diagnosis.found;
    }

    /** How many rows miss none of the columns. */
    static int complete(double[]... columns) {
        return (int) IntStream.range(0, columns[0].length)
                .filter(row -> Arrays.stream(columns).noneMatch(column -> Double.isNaN(column[row])))
                .count();
    }

    private void siblings() {
        for (int a = 0; a < children.length; a++) {
            for (int b = a + 1; b < children.length; b++) {
                double correlation = Correlation.of(children[a], children[b]);
                found.add(new Diagnostic(
                        child(a),
                        child(b),
                        Statistic.CORRELATION_WITHIN,
                        correlation,
                        Flag.ofRelated(correlation),
                        Diagnostic.undefined(correlation, complete(children[a], children[b]), 2)));
            }
        }
    }

    private void consistency() {
        CronbachAlpha alpha = new CronbachAlpha(correlations);
        add(null, Statistic.CRONBACH_ALPHA, alpha.alpha(), Flag.ofAlpha(alpha.alpha()));
        for (int c = 0; c < children.length; c++) {
            add(child(c), Statistic.CORRELATION_WITH_OTHERS, alpha.correlationWithOthers(c), Optional.empty());
            if (children.length > 2) {
                add(child(c), Statistic.ALPHA_WITHOUT, alpha.alphaWithout(c), Optional.empty());
            }
        }
    }

    private void components() {
        boolean defined =
                Arrays.stream(correlations).flatMapToDouble(Arrays::stream).noneMatch(Double::isNaN);
        double[] eigenvalues = new double[children.length];
        Arrays.fill(eigenvalues, Double.NaN);
        if (defined) {
            eigenvalues = new Components(correlations).eigenvalues();
        }
        for (int c = 0; c < eigenvalues.length; c++) {
            String component = String.valueOf(c + 1);
            add(component, Statistic.EIGENVALUE, eigenvalues[c], Optional.empty());
            add(component, Statistic.EXPLAINED_VARIANCE, eigenvalues[c] / eigenvalues.length, Optional.empty());
        }
    }

    private String child(int place) {
        return node.children().get(place).id();
    }

    private void add(String other, Statistic statistic, double value, Optional<Flag> flag) {
        found.add(new Diagnostic(node.id(), other, statistic, value, flag, Diagnostic.undefined(value, complete, 2)));
    }
}
