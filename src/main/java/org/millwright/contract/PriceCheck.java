package org.millwright.contract;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.millwright.error.ErrorCode;
import org.millwright.error.Problems;
import org.millwright.model.PriceBasis;
import org.millwright.yaml.NearestName;

/** Whether a source has the figures that its constant prices are made of. */
final class PriceCheck {
    private final SourceContract source;
    private final Definitions definitions;
    private final Problems problems;

    PriceCheck(SourceContract source, Definitions definitions, Problems problems) {
        this.source = source;
        this.definitions = definitions;
        this.problems = problems;
    }

    void run() {
        List<String> current = source.measures().stream()
                .filter(column -> column.priceBasis() == PriceBasis.CURRENT)
                .map(MeasureColumn::measure)
                .toList();
        Set<String> seen = new HashSet<>();
        for (Deflation deflation : source.prices()) {
            require(current, deflation.measure(), "this source has no measure '%s' at current prices");
            deflation.indices().forEach(this::index);
            MeasureCode measure = definitions.measures().get(deflation.measure());
            if (measure != null && !measure.unit().equals(MeasureCode.CURRENCY)) {
                add("the measure " + measure.code() + " is no money and has no prices", "Remove it from 'prices'");
            }
            if (!seen.add(deflation.measure())) {
                add("the measure " + deflation.measure() + " is deflated twice", "Keep one entry under 'prices'");
            }
        }
    }

    /** An index may stand in any source of the dataset, and is no quantity that could be added up. */
    private void index(String index) {
        List<String> inDataset = definitions.sources().values().stream()
                .filter(other -> other.dataset().equals(source.dataset()))
                .flatMap(other -> other.measures().stream())
                .map(MeasureColumn::measure)
                .distinct()
                .toList();
        require(inDataset, index, "the dataset " + source.dataset() + " has no measure '%s'");
        MeasureCode measure = definitions.measures().get(index);
        if (inDataset.contains(index) && measure != null && measure.additive()) {
            add("the measure " + index + " is no index, since it can be added up", "Name an index");
        }
    }

    private void require(Collection<String> known, String name, String what) {
        if (!known.contains(name)) {
            add(what.formatted(name), NearestName.suggestion(name, known));
        }
    }

    private void add(String what, String remedy) {
        problems.add(ErrorCode.DEFINITION_INVALID, source.file(), what, remedy);
    }
}
