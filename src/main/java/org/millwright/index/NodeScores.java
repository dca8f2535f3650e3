package org.millwright.index;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.millwright.contract.Composite.Node;
import org.millwright.model.Reason;
import org.millwright.stat.aggregation.Aggregation;
import org.millwright.stat.weighting.BenefitOfTheDoubt;

/**
 * The scores of all nodes for the units of one period, from the leaves upwards.
 *
 * <p>A node's score needs the declared share of its children's weight; below that it is undefined with {@link
 * Reason#COVERAGE}. A missing child is dropped and the others' weights are scaled up.
 */
final class NodeScores {
    private final Layout layout;
    private final Prepared prepared;
    private final Parameters parameters;
    private final double[][] scores;
    private final double[][] coverage;
    private final double[][][] weights;

    NodeScores(Layout layout, Prepared prepared, Parameters parameters) {
        this.layout = layout;
        this.prepared = prepared;
        this.parameters = parameters;
        int nodes = layout.nodes().size();
        scores = Arrays.copyOf(prepared.normalised(), nodes);
        coverage = new double[nodes][];
        weights = new double[nodes][][];
    }

    /** All nodes. */
    static NodeScores of(Layout layout, Prepared prepared, Parameters parameters) {
        NodeScores scores = new NodeScores(layout, prepared, parameters);
        layout.inner().forEach(scores::add);
        return scores;
    }

    /** Computes one node, whose children must have been computed before. */
    void add(Node node) {
        int place = layout.place(node);
        double[][] units = units(node);
        weights[place] = weights(node, units);
        coverage[place] = coverage(node, units, place);
        scores[place] = comparesUnits(node) ? amongUnits(node, units, place) : ofUnits(node, units, place);
    }

    Layout layout() {
        return layout;
    }

    Prepared prepared() {
        return prepared;
    }

    /** The parameters that these scores were made with. */
    Parameters parameters() {
        return parameters;
    }

    double[] scores(int node) {
        return scores[node];
    }

    double score(int node, int row) {
        return scores[node][row];
    }

    /** The scores of the index itself. */
    double[] topScores() {
        return scores[scores.length - 1];
    }

    /** Why a unit has no score of the index itself; null where it has one. */
    Reason topReason(int row) {
        return reason(scores.length - 1, row);
    }

    /** {@code [child][unit]}: what parameters of a node are estimated on. */
    double[][] children(Node node) {
        return Arrays.stream(layout.children(node))
                .mapToObj(child -> scores[child])
                .toArray(double[][]::new);
    }

    double coverage(int node, int row) {
        return node < layout.leaves().size() ? (Double.isNaN(scores[node][row]) ? 0 : 1) : coverage[node][row];
    }

    /** Why a score is undefined; null where it is not. */
    Reason reason(int place, int row) {
        if (!Double.isNaN(scores[place][row])) {
            return null;
        }
        if (prepared.screenedOut()[row]) {
            return Reason.SCREENED;
        }
        Node node = layout.nodes().get(place);
        if (node.isLeaf()) {
            return leafReason(node, place, row);
        }
        if (!weighsEachUnit(node) && Double.isNaN(weights[place][0][0])) {
            return Reason.NO_WEIGHTS;
        }
        if (!isCovered(place, row, node.minimumCoverage())) {
            return Reason.COVERAGE;
        }
        if (Double.isNaN(own(place, row)[0])) {
            return Reason.NO_WEIGHTS;
        }
        return comparesUnits(node) && !prepared.isReference(row)
                ? Reason.NOT_COMPARED
                : node.aggregation().undefined();
    }

    private Reason leafReason(Node node, int place, int row) {
        CrossSection section = prepared.section();
        if (Double.isNaN(prepared.imputed()[place][row])) {
            boolean divided = !Double.isNaN(section.values()[place][row]);
            return divided ? Reason.DENOMINATOR : section.reason(place, row);
        }
        boolean comparing = node.leaf().normalisation().comparesUnits();
        return comparing && !section.compared()[row]
                ? Reason.NOT_COMPARED
                : node.leaf().normalisation().undefined();
    }

    /**
     * The weights of a node's children in the score of one unit; they sum to 1 over the children that are there, unless each unit
     * has its own.
     */
    double[] weights(Node node, int row) {
        double[] own = own(layout.place(node), row);
        if (weighsEachUnit(node)) {
            return own;
        }
        double[] present = own.clone();
        int[] children = layout.children(node);
        double sum = 0;
        for (int c = 0; c < present.length; c++) {
            present[c] = Double.isNaN(scores[children[c]][row]) ? 0 : own[c];
            sum += present[c];
        }
        for (int c = 0; c < present.length; c++) {
            present[c] /= sum;
        }
        return present;
    }

    /** What each child adds to the scores of a node: {@code [unit][child]}; NaN where there is no score. */
    double[][] contributions(Node node) {
        int place = layout.place(node);
        double[][] units = units(node);
        double[][] parts = comparesUnits(node)
                ? ((Aggregation.AmongUnits) node.aggregation())
                        .contributions(compared(node, units, place), weights[place][0])
                : new double[units.length][];
        for (int i = 0; i < units.length; i++) {
            if (weighsEachUnit(node)) {
                parts[i] = BenefitOfTheDoubt.contributions(units[i], own(place, i));
            } else if (node.aggregation() instanceof Aggregation.OfUnit method) {
                parts[i] = method.contributions(units[i], own(place, i));
            }
            if (Double.isNaN(scores[place][i])) {
                Arrays.fill(parts[i], Double.NaN);
            }
        }
        return parts;
    }

    /** {@code [unit][child]}. */
    private double[][] units(Node node) {
        int[] children = layout.children(node);
        double[][] units = new double[prepared.section().size()][children.length];
        for (int c = 0; c < children.length; c++) {
            double[] column = scores[children[c]];
            for (int i = 0; i < units.length; i++) {
                units[i][c] = column[i];
            }
        }
        return units;
    }

    /** One row of weights that all units share, or one for each unit. */
    private double[][] weights(Node node, double[][] units) {
        if (node.weighting() instanceof BenefitOfTheDoubt method) {
            return method.weights(units, reference(units));
        }
        return new double[][] {EffectiveWeights.weights(node, parameters)};
    }

    private double[] own(int place, int row) {
        return weights[place].length == 1 && !weighsEachUnit(layout.nodes().get(place))
                ? weights[place][0]
                : weights[place][row];
    }

    /** Whether a node's score is sum w x under weights of each unit's own, whatever its aggregation. */
    static boolean weighsEachUnit(Node node) {
        return node.weighting() instanceof BenefitOfTheDoubt;
    }

    /** Whether a node's score depends on the other units of its period. */
    static boolean comparesUnits(Node node) {
        return node.aggregation() instanceof Aggregation.AmongUnits && !weighsEachUnit(node);
    }

    private double[][] reference(double[][] units) {
        return IntStream.range(0, units.length)
                .filter(prepared::isReference)
                .mapToObj(i -> units[i])
                .toArray(double[][]::new);
    }

    private double[] coverage(Node node, double[][] units, int place) {
        double[] declared = weighsEachUnit(node) ? node.weights() : weights[place][0];
        // Summed as below, so that the coverage of all children is 1 to the last digit.
        double all = 0;
        for (double weight : declared) {
            all += weight;
        }
        double[] shares = new double[units.length];
        for (int i = 0; i < units.length; i++) {
            double present = 0;
            for (int c = 0; c < declared.length; c++) {
                present += Double.isNaN(units[i][c]) ? 0 : declared[c];
            }
            shares[i] = present / all;
        }
        return shares;
    }

    private boolean isCovered(int place, int row, double minimum) {
        return coverage[place][row] > 0 && coverage[place][row] >= minimum - Screening.ROUNDING;
    }

    private double[] ofUnits(Node node, double[][] units, int place) {
        double[] result = new double[units.length];
        for (int i = 0; i < units.length; i++) {
            result[i] =
                    isCovered(place, i, node.minimumCoverage()) ? ofUnit(node, units[i], own(place, i)) : Double.NaN;
        }
        return result;
    }

    private static double ofUnit(Node node, double[] unit, double[] weights) {
        return weighsEachUnit(node)
                ? BenefitOfTheDoubt.score(unit, weights)
                : ((Aggregation.OfUnit) node.aggregation()).score(unit, weights);
    }

    private double[] amongUnits(Node node, double[][] units, int place) {
        return ((Aggregation.AmongUnits) node.aggregation()).scores(compared(node, units, place), weights[place][0]);
    }

    /** The units that have a score; the others must not be among those that it is measured by. */
    private double[][] compared(Node node, double[][] units, int place) {
        double[][] compared = units.clone();
        for (int i = 0; i < units.length; i++) {
            if (!prepared.isReference(i) || !isCovered(place, i, node.minimumCoverage())) {
                compared[i] = new double[units[i].length];
                Arrays.fill(compared[i], Double.NaN);
            }
        }
        return compared;
    }
}
