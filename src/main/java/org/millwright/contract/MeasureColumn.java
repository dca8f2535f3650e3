package org.millwright.contract;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.millwright.contract.Formula.Reference;
import org.millwright.model.PriceBasis;

/**
 * One measure of a source and where its figures stand.
 *
 * @param measure code of the measure
 * @param formula the field that holds it, or arithmetic over fields
 * @param unit unit after the factor: a currency, or the unit of the measure
 * @param factor what a figure of the file is multiplied with
 * @param priceBasis in which prices the figures stand, or that they are published growth
 * @param where field to regular expression; only records that match all of them have this measure
 */
public record MeasureColumn(
        String measure, Formula formula, String unit, double factor, PriceBasis priceBasis, Map<String, String> where)
        implements Serializable {

    /** The names of the fields it reads. */
    public List<String> fields() {
        return formula.leaves().map(leaf -> ((Reference) leaf).name()).toList();
    }
}
