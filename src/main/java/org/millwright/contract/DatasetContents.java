package org.millwright.contract;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.millwright.contract.Formula.Reference;
import org.millwright.model.PriceBasis;

/**
 * What the sources of one dataset speak of.
 *
 * @param figures the measures, each with its price basis; those too that are carried to constant prices
 * @param currency the currency of all its money; empty if it has none
 */
public record DatasetContents(Set<Reference> figures, String currency) {

    /** The contents of every dataset that the contracts name. */
    public static Map<String, DatasetContents> of(Collection<SourceContract> contracts, Definitions definitions) {
        Map<String, DatasetContents> datasets = new TreeMap<>();
        for (SourceContract contract : contracts) {
            for (MeasureColumn column : contract.measures()) {
                MeasureCode measure = definitions.measures().get(column.measure());
                boolean isMoney = measure.unit().equals(MeasureCode.CURRENCY)
                        && column.priceBasis().isLevel();
                String currency = isMoney ? column.unit() : "";
                Reference figure = new Reference(column.measure(), column.priceBasis());
                datasets.merge(
                        contract.dataset(), new DatasetContents(Set.of(figure), currency), DatasetContents::with);
            }
            contract.prices().stream()
                    .map(deflation -> new Reference(deflation.measure(), PriceBasis.CONSTANT))
                    .forEach(figure -> datasets.merge(
                            contract.dataset(), new DatasetContents(Set.of(figure), ""), DatasetContents::with));
        }
        return datasets;
    }

    private DatasetContents with(DatasetContents other) {
        Set<Reference> both = new HashSet<>(figures);
        both.addAll(other.figures);
        return new DatasetContents(both, currency.isEmpty() ? other.currency : currency);
    }
}
