package org.millwright.demo;

import java.util.List;
import java.util.Map;

/**
 * The paths of the divisions in the nation as a whole, and how the regions share in them.
 *
 * <p>Real value added grows with the division's trend, a business cycle common to all, and noise; its price index with the
 * division's inflation and noise. Levels are those of a middle-sized economy.
 */
final class Economy {
    static final int START = 2012;
    private static final int BASE_YEAR = 2015;
    /** 10,000 yuan for one point of the profile's value added: 40 billion yuan. */
    private static final double POINT = 4_000_000;
    /** Growth above or below trend in percentage points: a slowdown, a slump in 2020 and the recovery after it. */
    private static final Map<Integer, Double> CYCLE = Map.of(
            2012, 0.6, 2013, 0.5, 2015, -0.8, 2017, 0.7, 2019, -0.6, 2020, -4.0, 2021, 4.2, 2022, -1.2, 2024, 0.3);

    private final Noise noise;
    private final int regions;
    private final double[][] real;
    private final double[][] price;
    private final double[][] shares;

    Economy(Noise noise, List<Division> divisions, int regions) {
        this.noise = noise;
        this.regions = regions;
        real = divisions.stream().map(this::realPath).toArray(double[][]::new);
        price = divisions.stream().map(this::pricePath).toArray(double[][]::new);
        shares = divisions.stream().map(this::regionShares).toArray(double[][]::new);
    }

    /** Growth above trend, in percentage points. */
    static double cycle(int year) {
        return CYCLE.getOrDefault(year, 0.0);
    }

    /** Value added of a division in the whole nation at prices of 2015, in 10,000 yuan. */
    double real(Division division, int year) {
        return real[division.index()][year - START];
    }

    /** Price index of the division's value added, 2015 = 1. */
    double price(Division division, int year) {
        return price[division.index()][year - START];
    }

    /** The part of the nation's division that stands in a region, 0..1. */
    double share(Division division, int region) {
        return shares[division.index()][region - 1];
    }

    private double[] realPath(Division division) {
        double[] path = new double[Extent.LAST_YEAR - START + 1];
        double level = division.of("value_added") * POINT;
        for (int i = 0; i < path.length; i++) {
            double shock = 0.8 * noise.normal("growth", division.index(), i);
            level *= i == 0 ? 1 : 1 + (division.of("growth") + cycle(START + i) + shock) / 100;
            path[i] = level;
        }
        return path;
    }

    private double[] pricePath(Division division) {
        double[] path = new double[Extent.LAST_YEAR - START + 1];
        double level = 1;
        for (int i = 0; i < path.length; i++) {
            double shock = division.of("price_swing") * noise.normal("price", division.index(), i);
            level *= i == 0 ? 1 : 1 + (division.of("inflation") + shock) / 100;
            path[i] = level;
        }
        double base = path[BASE_YEAR - START];
        for (int i = 0; i < path.length; i++) {
            path[i] /= base;
        }
        return path;
    }

    /** Large and small regions, each with its own specialities. */
    private double[] regionShares(Division division) {
        double[] weights = new double[regions];
        double sum = 0;
        for (int region = 1; region <= regions; region++) {
            double size = noise.factor(0.7, "size", region);
            weights[region - 1] = size * noise.factor(0.5, "speciality", region, division.index());
            sum += weights[region - 1];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }
}
