package org.millwright.stat.aggregation;

import java.util.Arrays;
import java.util.Random;

/** Seconds to compare 5,000 units of 10 children pair by pair, in a JVM that has done nothing yet, against reading as much memory. */
public final class OutrankingTime {
    private static final int UNITS = 5_000;
    private static final int CHILDREN = 10;

    private OutrankingTime() {}

    public static void main(String[] arguments) {
        Random random = new Random(1);
        double[][] units = new double[UNITS][];
        Arrays.setAll(
                units,
                i -> random.doubles(CHILDREN)
                        .map(x -> random.nextInt(20) == 0 ? Double.NaN : Math.rint(x * 1000))
                        .toArray());
        double[] weights = random.doubles(CHILDREN, 0.5, 1.5).toArray();
        double scores = seconds(() -> Copeland.DEFAULT.scores(units, weights));
        double contributions = seconds(() -> Copeland.DEFAULT.contributions(units, weights));
        double reading = seconds(() -> readPairs(units));
        System.out.printf("%-34s %8s %8s%n", UNITS + " units x " + CHILDREN + " children", "seconds", "ratio");
        System.out.printf("%-34s %8.2f %8.1f%n", "reading every pair (floor)", reading, 1.0);
        System.out.printf("%-34s %8.2f %8.1f%n", "Copeland scores", scores, scores / reading);
        System.out.printf("%-34s %8.2f %8.1f%n", "with Shapley contributions", contributions, contributions / reading);
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void readPairs(double[][] units) {
        double sum = 0;
        for (int j = 0; j < units.length; j++) {
            for (int k = j + 1; k < units.length; k++) {
                for (int c = 0; c < CHILDREN; c++) {
                    sum += units[j][c] - units[k][c];
                }
            }
        }
        if (sum == 0) {
            throw new IllegalStateException("nothing was read");
        }
    }
}
