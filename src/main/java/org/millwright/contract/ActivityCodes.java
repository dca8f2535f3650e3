package org.millwright.contract;

import java.io.Serializable;
import java.util.List;

/**
 * Which activity codes of a source have their place.
 *
 * @param concordance from the classification of the source to the scheme
 * @param conversion the correspondence to another classification; none or one
 * @param selection which codes of the data are summed
 */
public record ActivityCodes(Concordance concordance, List<Correspondence> conversion, Activity.Selection selection)
        implements Serializable {

    static ActivityCodes of(SourceContract source, Definitions definitions) {
        return new ActivityCodes(
                definitions.concordance(source),
                definitions.correspondence(source).stream().toList(),
                source.keys().activity().selection());
    }

    /**
     * Whether a code of the data has its place in the concordance, and in the correspondence too if it is summed. Where exactly
     * the listed codes are summed {@link ConversionCheck} has looked at them already.
     */
    public boolean know(String code) {
        boolean summed = selection == Activity.Selection.PREFIX
                && !concordance.industries(code).isEmpty();
        return concordance.knows(code, selection)
                && (!summed || conversion.stream().allMatch(correspondence -> correspondence.covers(code)));
    }
}
