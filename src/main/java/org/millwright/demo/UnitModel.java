package org.millwright.demo;

/**
 * What one division of one region makes in a year, with what, and at what cost to nature and people.
 *
 * <p>Every figure is a level of the division's profile, moved by the region's development, by a trend over the years and by
 * noise. Rates of the profile describe 2024, amounts per value added 2012.
 */
final class UnitModel {
    private static final double YEARS = Extent.LAST_YEAR - Economy.START;
    private static final double YUAN = 10_000;

    private final Noise noise;
    private final Economy economy;
    private final int region;
    private final Division division;
    private final int year;
    private final Figures figures = new Figures();

    UnitModel(Noise noise, Economy economy, int region, Division division, int year) {
        this.noise = noise;
        this.economy = economy;
        this.region = region;
        this.division = division;
        this.year = year;
    }

    Figures figures() {
        output();
        labour();
        research();
        digital();
        nature();
        equipment();
        return figures;
    }

    private void output() {
        double drift = StrictMath.exp(0.008 * elapsed() * noise.normal("drift", region, division.index()));
        double real = economy.real(division, year) * economy.share(division, region) * drift * wobble("output", 0.03);
        double nominal = real * economy.price(division, year);
        double revenue = 100
                * nominal
                / division.of("value_added_rate")
                * place("value_added_rate", 0.06)
                * wobble("revenue", 0.02);
        double margin = division.of("margin")
                + 0.4 * Economy.cycle(year)
                + 1.6 * noise.normal("margin", region, division.index())
                + 1.2 * noise.normal("margin", region, division.index(), year);
        figures.put(Measure.VALUE_ADDED, nominal, 1);
        figures.put(Measure.VALUE_ADDED_2015_PRICES, real, 1);
        figures.put(Measure.REVENUE, Math.max(revenue, 1.1 * nominal), 2);
        figures.put(Measure.PROFIT, Math.min(revenue * margin / 100, 0.7 * nominal));
    }

    private void labour() {
        double growth = division.of("growth") / 100 + 0.012;
        double productivity =
                division.of("productivity") * 1000 / YUAN * StrictMath.exp(growth * elapsed()) * development(0.5);
        double persons = realValueAdded() / productivity * place("productivity", 0.12) * wobble("employment", 0.02);
        figures.put(Measure.EMPLOYMENT, persons, 20);
        double rate = division.of("deaths") * falling(0.07) / development(0.4) * place("deaths", 0.2);
        double deaths = employment() * rate / 100_000;
        long died = noise.events(deaths, "deaths", region, division.index(), year);
        figures.put(Measure.DEATHS, died);
        figures.put(Measure.ACCIDENTS, died + noise.events(3 * deaths, "accidents", region, division.index(), year));
    }

    private void research() {
        double revenue = figures.of(Measure.REVENUE);
        figures.put(Measure.RD_EXPENDITURE, revenue * percent("rd", 0.55), 1);
        figures.put(Measure.NEW_PRODUCT_REVENUE, revenue * Math.min(0.8, percent("new_products", 0.6)), 1);
        figures.put(Measure.SERVICE_REVENUE, revenue * Math.min(0.6, percent("services", 0.6)), 1);
        figures.put(Measure.INVENTION_PATENTS, employment() * rising("patents", 0.25) / 10_000);
    }

    private void digital() {
        double investment = figures.of(Measure.REVENUE) * percent("digital", 0.45);
        double software = 0.3 + 0.02 * elapsed();
        figures.put(Measure.SOFTWARE_INVESTMENT, investment * software, 1);
        figures.put(Measure.COMPUTER_INVESTMENT, investment * (1 - software), 1);
        figures.put(Measure.ROBOT_STOCK, employment() * rising("robots", 0.12) / 10_000);
        double surveyed = 0.6 * employment() / division.of("enterprise_size") * place("enterprises", 0.15);
        figures.put(Measure.SURVEYED_ENTERPRISES, surveyed, 3);
        double enterprises = figures.of(Measure.SURVEYED_ENTERPRISES);
        figures.put(Measure.ENTERPRISES_DIGITAL_RD_TOOLS, enterprises * share("tools", 0.6));
        figures.put(Measure.ENTERPRISES_ON_PLATFORM, enterprises * share("platform", 0.1));
        figures.put(Measure.INTEGRATION_SCORE_SUM, enterprises * Math.min(120, rising("integration", 0.7)), 1);
        figures.put(Measure.KEY_PROCESSES, enterprises * 24 * place("processes", 0.2), 10);
        figures.put(Measure.KEY_PROCESSES_NC, figures.of(Measure.KEY_PROCESSES) * share("numerical_control", 0.55));
    }

    private void nature() {
        double energy = realValueAdded() * division.of("energy") * falling(0.035) * place("energy", 0.15);
        figures.put(Measure.ENERGY, energy, 1);
        double perTonneOfCoal = division.of("co2") * falling(0.006) * place("co2", 0.05);
        figures.put(Measure.CO2, figures.of(Measure.ENERGY) * perTonneOfCoal, 1);
        figures.put(Measure.WATER, realValueAdded() * division.of("water") * falling(0.05) * place("water", 0.25), 1);
        double waste = realValueAdded() * division.of("waste") * falling(0.03) * place("waste", 0.3);
        figures.put(Measure.SOLID_WASTE_GENERATED, waste, 10);
        figures.put(Measure.SOLID_WASTE_USED, figures.of(Measure.SOLID_WASTE_GENERATED) * share("waste_use", 0.85));
    }

    private void equipment() {
        double valueAdded = figures.of(Measure.VALUE_ADDED);
        double renewal = year == Extent.LAST_YEAR ? 1.06 : 1;
        double invested =
                valueAdded * division.of("equipment") / 100 * place("equipment", 0.15) * wobble("equipment", 0.08);
        figures.put(Measure.EQUIPMENT_INVESTMENT, invested * renewal, 1);
        figures.put(Measure.EQUIPMENT_GROSS, valueAdded * division.of("equipment") / 9 * place("gross", 0.1), 10);
        double newness = 0.58 - 0.004 * elapsed() + 0.05 * noise.normal("newness", region, division.index());
        figures.put(
                Measure.EQUIPMENT_NET, figures.of(Measure.EQUIPMENT_GROSS) * Math.min(0.85, Math.max(0.3, newness)), 1);
    }

    private double elapsed() {
        return year - Economy.START;
    }

    private double employment() {
        return figures.of(Measure.EMPLOYMENT);
    }

    private double realValueAdded() {
        return figures.of(Measure.VALUE_ADDED_2015_PRICES);
    }

    /** How far the region is developed, around one. */
    private double development(double power) {
        return noise.factor(0.25 * power, "development", region);
    }

    /** A factor that stays with the region's division over the years. */
    private double place(String name, double spread) {
        return noise.factor(spread, name, region, division.index());
    }

    /** A factor of this year alone. */
    private double wobble(String name, double spread) {
        return noise.factor(spread, name, region, division.index(), year);
    }

    private double falling(double perYear) {
        return StrictMath.exp(-perYear * elapsed());
    }

    /** A figure of the profile that starts in 2012 at a fraction of its level and reaches it in 2024. */
    private double rising(String column, double start) {
        double progress = start + (1 - start) * elapsed() / YEARS;
        return division.of(column) * progress * development(0.8) * place(column, 0.08) * wobble(column, 0.02);
    }

    private double percent(String column, double start) {
        return rising(column, start) / 100;
    }

    /** A rising percentage as a share of a whole. */
    private double share(String column, double start) {
        return Math.min(0.98, percent(column, start));
    }
}
