package org.millwright.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.millwright.contract.Composite;
import org.millwright.error.Problems;

/**
 * Times the replicates of an uncertainty and sensitivity analysis in one thread and without Spark, from a machine that has just
 * started and again when it is warm.
 *
 * <p>Arguments: the definition; how many units. Values are lognormal, with one in twenty missing.
 */
public final class ReplicateTime {
    private static final double MISSING = 0.05;

    private ReplicateTime() {}

    public static void main(String[] arguments) throws IOException {
        Problems problems = new Problems();
        Composite composite = Composite.read(arguments[0], Files.readString(Path.of(arguments[0])), problems)
                .orElseThrow()
                .withDirections(1);
        problems.throwIfAny();
        Layout layout = new Layout(composite);
        CrossSection section = section(layout, Integer.parseInt(arguments[1]));
        System.out.printf(Locale.ROOT, "%10s %10s %12s%n", "replicates", "seconds", "ms each");
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            CompositeModel model = CompositeModel.estimate(layout, List.of(section));
            Trials trials = new Trials(layout, model.parameters());
            Outcomes outcomes = new Outcomes(model.score(section), trials, 0, trials.size());
            Replicates replicates = new Replicates(layout, List.of(section), period -> true);
            for (int trial = 0; trial < trials.size(); trial++) {
                outcomes.add(trial, replicates.nodes(trials.choices(trial)).get(0));
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT, "%10d %10.2f %12.3f%n", trials.size(), seconds, 1e3 * seconds / trials.size());
        }
    }

    private static CrossSection section(Layout layout, int units) {
        SplittableRandom random = new SplittableRandom(1);
        double[][] values = new double[layout.columns().size()][units];
        for (double[] column : values) {
            Arrays.setAll(column, i -> random.nextDouble() < MISSING ? Double.NaN : Math.exp(random.nextGaussian()));
        }
        String[][] labels = new String[layout.labels().size()][units];
        for (String[] label : labels) {
            Arrays.setAll(label, i -> i % 2 == 0 ? "even" : "odd");
        }
        String[] peers = new String[units];
        String[] unit = new String[units];
        boolean[] compared = new boolean[units];
        Arrays.fill(peers, "");
        Arrays.setAll(unit, i -> "unit" + i);
        Arrays.fill(compared, true);
        return new CrossSection("", peers, unit, compared, values, null, labels, null);
    }
}
