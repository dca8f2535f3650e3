package org.millwright.demo;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The statistics of Synthetica, a country that does not exist. The nation is exactly the sum of its regions. */
final class Country {
    /** ISO 3166 leaves the codes XA to XZ to users; no country will ever have one. */
    private static final String CODE = "XM";
    /** What is published within the year, and revised when the enterprises' final accounts are in. */
    static final Set<Measure> FINANCE =
            EnumSet.of(Measure.VALUE_ADDED, Measure.VALUE_ADDED_2015_PRICES, Measure.REVENUE, Measure.PROFIT);

    private final Extent extent;
    private final Noise noise;
    private final List<Division> divisions = Division.all();
    private final Withheld withheld;
    private final Figures[][][] figures;

    Country(long seed, Extent extent) {
        this.extent = extent;
        noise = new Noise(seed);
        withheld = new Withheld(noise, extent.regions());
        Economy economy = new Economy(noise, divisions, extent.regions());
        int years = Extent.LAST_YEAR - extent.firstYear() + 1;
        figures = new Figures[extent.regions() + 1][divisions.size()][years];
        divisions.forEach(division -> extent.years().forEach(year -> fill(economy, division, year)));
    }

    private void fill(Economy economy, Division division, int year) {
        Figures nation = new Figures();
        put(Extent.NATION, division, year, nation);
        for (int region = 1; region <= extent.regions(); region++) {
            Figures unit = new UnitModel(noise, economy, region, division, year).figures();
            put(region, division, year, unit);
            nation.add(unit);
        }
    }

    private void put(int area, Division division, int year, Figures unit) {
        figures[area][division.index()][year - extent.firstYear()] = unit;
    }

    Extent extent() {
        return extent;
    }

    Noise noise() {
        return noise;
    }

    List<Division> divisions() {
        return divisions;
    }

    /** The code of an area: the country's own, or a region's. */
    static String code(int area) {
        return area == Extent.NATION ? CODE : String.format("%s-%02d", CODE, area);
    }

    boolean isWithheld(int area, Division division) {
        return withheld.covers(area, division);
    }

    Figures figures(int area, Division division, int year) {
        return figures[area][division.index()][year - extent.firstYear()];
    }

    /** The first estimate of a year's finance: each region's is a little off, the nation's is their sum. */
    Figures preliminary(int area, Division division, int year) {
        Figures estimate = new Figures();
        if (area == Extent.NATION) {
            for (int region = 1; region <= extent.regions(); region++) {
                estimate.add(preliminary(region, division, year));
            }
            return estimate;
        }
        Figures settled = figures(area, division, year);
        double output = noise.factor(0.012, "estimate", area, division.index());
        FINANCE.forEach(measure -> estimate.put(measure, settled.of(measure) * output));
        double profit = noise.factor(0.06, "estimate of profit", area, division.index());
        estimate.put(Measure.PROFIT, settled.of(Measure.PROFIT) * profit);
        return estimate;
    }
}
