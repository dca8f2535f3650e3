package org.millwright.index;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.millwright.contract.Composite.Node;
import org.millwright.index.Parameters.Parameter;
import org.millwright.index.Parameters.Step;
import org.millwright.stat.Reference;
import org.millwright.stat.imputation.Imputation;
import org.millwright.stat.weighting.Weighting;

/**
 * One round of estimation: a sample of the reference window for each of some nodes, and what is estimated on it. A round
 * builds on the parameters of the rounds before.
 */
sealed interface Round extends Serializable {

    /** The nodes for which it estimates, in the order of {@link #samples}. */
    List<Node> nodes();

    /** What the units of one period add to the sample of each node. */
    List<Sample> samples(CrossSection section, Parameters known);

    List<Parameter> estimate(Node node, Sample sample);

    /** Whether the data decide, or the definition says it all. */
    default boolean needsData() {
        return true;
    }

    /** The rounds that a composite needs, in their order. */
    static List<Round> of(Layout layout) {
        List<Round> rounds = new ArrayList<>();
        if (layout.leaves().stream().anyMatch(node -> node.leaf().imputation() instanceof Imputation.ByRow)) {
            rounds.add(new OfScale(layout));
        }
        rounds.add(new OfLeaves(layout));
        for (int level = 2; level <= layout.composite().tree().level(); level++) {
            OfWeights weights = new OfWeights(layout, level);
            if (!weights.nodes().isEmpty()) {
                rounds.add(weights);
            }
        }
        return rounds;
    }

    /** The rows of a column on which parameters are estimated. */
    private static double[] reference(double[] column, Prepared prepared) {
        return IntStream.range(0, column.length)
                .filter(prepared::isReference)
                .mapToDouble(i -> column[i])
                .toArray();
    }

    /** The ends of each indicator, by which a row is brought to one scale before it is filled. */
    record OfScale(Layout layout) implements Round {
        @Override
        public List<Node> nodes() {
            return layout.leaves();
        }

        @Override
        public List<Sample> samples(CrossSection section, Parameters known) {
            Prepared prepared = new Preparation(layout, known).filled(section);
            return Arrays.stream(prepared.denominated())
                    .map(column -> new Sample(new double[][] {reference(column, prepared)}, null, null))
                    .toList();
        }

        @Override
        public List<Parameter> estimate(Node node, Sample sample) {
            double[] ascending = Reference.presentAscending(sample.columns()[0]);
            return Parameters.of(node.id(), Step.SCALE, Filling.scale(ascending))
                    .toList();
        }
    }

    /** Imputation, treatment and normalisation of each leaf. */
    record OfLeaves(Layout layout) implements Round {
        @Override
        public List<Node> nodes() {
            return layout.leaves();
        }

        @Override
        public List<Sample> samples(CrossSection section, Parameters known) {
            Prepared prepared = new Preparation(layout, known).filled(section);
            return IntStream.range(0, layout.leaves().size())
                    .mapToObj(leaf -> sample(leaf, prepared))
                    .toList();
        }

        private Sample sample(int leaf, Prepared prepared) {
            Node node = layout.leaves().get(leaf);
            CrossSection section = prepared.section();
            int[] rows = IntStream.range(0, section.size())
                    .filter(prepared::isReference)
                    .toArray();
            String[] groups = null;
            if (node.leaf().imputation() instanceof Imputation.ByColumn method
                    && !method.by().isEmpty()) {
                String[] all = section.labels()[layout.labels().indexOf(method.by())];
                groups = Arrays.stream(rows).mapToObj(row -> all[row]).toArray(String[]::new);
            }
            boolean[] ofUnit = null;
            String unit = node.leaf().normalisation().referenceUnit().orElse(null);
            if (unit != null) {
                ofUnit = new boolean[rows.length];
                for (int i = 0; i < rows.length; i++) {
                    ofUnit[i] = section.unit()[rows[i]].equals(unit);
                }
            }
            return new Sample(new double[][] {reference(prepared.imputed()[leaf], prepared)}, groups, ofUnit);
        }

        @Override
        public List<Parameter> estimate(Node node, Sample sample) {
            return LeafFit.of(node, sample);
        }

        @Override
        public boolean needsData() {
            return layout.leaves().stream().anyMatch(LeafFit::needsData);
        }
    }

    /** The weights of the nodes of one level, from the scores of their children. */
    record OfWeights(Layout layout, int level) implements Round {
        @Override
        public List<Node> nodes() {
            return layout.inner()
                    .filter(node -> node.level() == level)
                    .filter(node -> node.weighting() instanceof Weighting.Common method && method.estimates())
                    .toList();
        }

        @Override
        public List<Sample> samples(CrossSection section, Parameters known) {
            return samples(new Preparation(layout, known).of(section), known);
        }

        /** The same, where the leaves are prepared already. */
        List<Sample> samples(Prepared prepared, Parameters known) {
            NodeScores scores = new NodeScores(layout, prepared, known);
            layout.inner().filter(node -> node.level() < level).forEach(scores::add);
            return nodes().stream()
                    .map(node -> new Sample(
                            Arrays.stream(scores.children(node))
                                    .map(column -> reference(column, prepared))
                                    .toArray(double[][]::new),
                            null,
                            null))
                    .toList();
        }

        @Override
        public List<Parameter> estimate(Node node, Sample sample) {
            double[] weights = ((Weighting.Common) node.weighting()).weights(sample.columns(), node.weights());
            Map<String, Double> byChild = new TreeMap<>();
            for (int c = 0; c < weights.length; c++) {
                if (!Double.isNaN(weights[c])) {
                    byChild.put(node.children().get(c).id(), weights[c]);
                }
            }
            return Parameters.of(node.id(), Step.WEIGHT, byChild).toList();
        }
    }
}
