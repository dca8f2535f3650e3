package org.millwright.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.millwright.contract.Composite.Node;
import org.millwright.index.Diagnostic.Statistic;
import org.millwright.stat.Correlation;
import org.millwright.stat.diagnostic.Flag;
import org.millwright.stat.diagnostic.Profile;

/** What the reference window says of an indicator: its values as they came, what treatment did, and what its score goes with. */
final class LeafDiagnosis {
    private final Layout layout;
    private final Node leaf;
    private final double[][] columns;
    private final List<Diagnostic> found = new ArrayList<>();

    private LeafDiagnosis(Layout layout, Node leaf, Sample sample) {
        this.layout = layout;
        this.leaf = leaf;
        this.columns = sample.columns();
    }

    static List<Diagnostic> of(Layout layout, Node leaf, Sample sample) {
        LeafDiagnosis diagnosis = new LeafDiagnosis(layout, leaf, sample);
        diagnosis.profile();
        diagnosis.treatment();
        diagnosis.correlations();
        return diagnosis.found;
    }

    private void profile() {
        Profile profile = Profile.of(columns[ReferenceUnits.DENOMINATED]);
        double availability = profile.availability();
        add(Statistic.AVAILABILITY, availability, Flag.ofAvailability(availability), profile.rows(), 1);
        double zeros = profile.zerosShare();
        add(Statistic.ZEROS_SHARE, zeros, Flag.ofZeros(zeros), profile.present(), 1);
        double unique = profile.uniqueShare();
        add(Statistic.UNIQUE_SHARE, unique, Flag.ofUnique(unique), profile.present(), 1);
        shape(profile, Statistic.SKEWNESS, Statistic.KURTOSIS);
    }

    private void shape(Profile profile, Statistic skewness, Statistic kurtosis) {
        Optional<Flag> flag = profile.hasOutliers() ? Optional.of(Flag.OUTLIERS) : Optional.empty();
        add(skewness, profile.shape().skewness(), flag, profile.present(), 3);
        add(kurtosis, profile.shape().kurtosis(), flag, profile.present(), 4);
    }

    private void treatment() {
        double[] before = columns[ReferenceUnits.IMPUTED];
        double[] after = columns[ReferenceUnits.TREATED];
        shape(Profile.of(after), Statistic.SKEWNESS_TREATED, Statistic.KURTOSIS_TREATED);
        int touched = 0;
        for (int i = 0; i < before.length; i++) {
            touched += Double.isNaN(before[i]) || before[i] == after[i] ? 0 : 1;
        }
        add(Statistic.TREATED_POINTS, touched, Optional.empty(), 1, 1);
    }

    private void correlations() {
        double[] score = columns[ReferenceUnits.SCORE];
        List<Node> inner = layout.inner().toList();
        for (int n = 0; n < inner.size(); n++) {
            Node node = inner.get(n);
            double[] other = columns[ReferenceUnits.INNER + n];
            double correlation = Correlation.of(score, other);
            boolean within = node.upward().anyMatch(below -> below.id().equals(leaf.id()));
            found.add(new Diagnostic(
                    leaf.id(),
                    node.id(),
                    within ? Statistic.CORRELATION_WITHIN : Statistic.CORRELATION_ACROSS,
                    correlation,
                    within ? Flag.ofRelated(correlation) : Flag.ofUnrelated(correlation),
                    Diagnostic.undefined(correlation, NodeDiagnosis.complete(score, other), 2)));
        }
    }

    private void add(Statistic statistic, double value, Optional<Flag> flag, int values, int needed) {
        found.add(new Diagnostic(leaf.id(), null, statistic, value, flag, Diagnostic.undefined(value, values, needed)));
    }
}
