package org.millwright.contract;

import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.millwright.contract.Formula.Elsewhere;
import org.millwright.contract.Formula.Leaf;
import org.millwright.contract.Formula.Reference;
import org.millwright.error.ErrorCode;
import org.millwright.error.Problems;
import org.millwright.model.PriceBasis;
import org.millwright.yaml.NearestName;

/** Checks that definitions name only what is defined. */
final class CrossCheck {
    private final Definitions definitions;
    private final Problems problems;

    CrossCheck(Definitions definitions, Problems problems) {
        this.definitions = definitions;
        this.problems = problems;
    }

    void run() {
        definitions.sources().values().forEach(this::source);
        currencies();
        seasonal();
        definitions.indicators().values().forEach(this::indicator);
        definitions
                .composites()
                .values()
                .forEach(composite -> new NightlyCheck(composite, definitions, problems).run());
    }

    private void source(SourceContract source) {
        String classification = source.keys().activity().classification();
        require(definitions.concordances().keySet(), classification, "classification", source.file());
        source.measures().forEach(column -> {
            require(definitions.measures().keySet(), column.measure(), "measure", source.file());
            MeasureCode measure = definitions.measures().get(column.measure());
            if (measure != null && !fits(column, measure)) {
                problems.add(
                        ErrorCode.DEFINITION_INVALID,
                        source.file(),
                        "the unit " + column.unit() + " does not fit the measure " + column.measure() + " in "
                                + unit(column, measure),
                        "Write the canonical unit, and the factor that leads to it");
            }
        });
        source.rules().forEach(rule -> rule(rule, source));
        new PriceCheck(source, definitions, problems).run();
        new ConversionCheck(source, definitions, problems).run();
        if (source.keys().activity().selection() == Activity.Selection.LISTED) {
            nested(source);
        }
    }

    /** Where exactly the listed codes are summed, a part below another part would be counted twice. */
    private void nested(SourceContract source) {
        Concordance concordance = definitions.concordance(source);
        List<String> nested = concordance == null ? List.of() : concordance.nestedParts();
        if (!nested.isEmpty()) {
            problems.add(
                    ErrorCode.DEFINITION_INVALID,
                    source.file(),
                    "the classification " + concordance.classification() + " lists parts below other parts: "
                            + String.join(", ", nested),
                    "Write 'select: prefix' if every code of the data is to go through its longest listed prefix");
        }
    }

    /** Figures of a dataset meet in one ratio or sum, so that its money must stand in one currency. */
    private void currencies() {
        Map<String, Set<String>> currencies = new TreeMap<>();
        definitions
                .sources()
                .values()
                .forEach(source -> source.measures().stream()
                        .map(MeasureColumn::unit)
                        .filter(CrossCheck::isCurrency)
                        .forEach(currency -> currencies
                                .computeIfAbsent(source.dataset(), dataset -> new TreeSet<>())
                                .add(currency)));
        currencies.forEach((dataset, found) -> {
            if (found.size() > 1) {
                problems.add(
                        ErrorCode.DEFINITION_INVALID,
                        "dataset " + dataset,
                        "its money stands in " + String.join(" and ", found),
                        "Give each currency a dataset of its own, or convert by a factor in the contract");
            }
        });
    }

    /** The industries of a dataset are made of the figures of all its sources, and are adjusted in one way. */
    private void seasonal() {
        Map<String, Set<String>> ways = new TreeMap<>();
        definitions
                .sources()
                .values()
                .forEach(source -> source.seasonal()
                        .ifPresent(way -> ways.computeIfAbsent(source.dataset(), dataset -> new TreeSet<>())
                                .add(way.toString())));
        ways.forEach((dataset, found) -> {
            if (found.size() > 1) {
                problems.add(
                        ErrorCode.DEFINITION_INVALID,
                        "dataset " + dataset,
                        "its sources are adjusted for the season in different ways: " + String.join("; ", found),
                        "Write the same section 'seasonal' in all of them");
            }
        });
    }

    private static boolean isCurrency(String unit) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(unit));
    }

    private static boolean fits(MeasureColumn column, MeasureCode measure) {
        String canonical = unit(column, measure);
        return canonical.equals(MeasureCode.CURRENCY) ? isCurrency(column.unit()) : canonical.equals(column.unit());
    }

    /** The unit of the figures in a column: that of the measure, or of growth. */
    private static String unit(MeasureColumn column, MeasureCode measure) {
        return column.priceBasis().isLevel() ? measure.unit() : PriceBasis.PERCENT;
    }

    private void rule(Rule rule, SourceContract source) {
        Collection<String> known =
                source.measures().stream().map(MeasureColumn::measure).toList();
        rule.measures().forEach(measure -> require(known, measure, "measure of this source", source.file()));
    }

    private void indicator(Indicator indicator) {
        indicator
                .formula()
                .leaves()
                .map(CrossCheck::measure)
                .forEach(measure ->
                        require(definitions.measures().keySet(), measure, "measure", "indicator " + indicator.id()));
    }

    private static String measure(Leaf leaf) {
        return leaf instanceof Elsewhere elsewhere ? elsewhere.figure().name() : ((Reference) leaf).name();
    }

    private void require(Collection<String> known, String name, String kind, String where) {
        if (!known.contains(name)) {
            problems.add(
                    ErrorCode.DEFINITION_INVALID,
                    where,
                    "there is no " + kind + " '" + name + "'",
                    NearestName.suggestion(name, known));
        }
    }
}
