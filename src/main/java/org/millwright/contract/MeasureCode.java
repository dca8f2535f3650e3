package org.millwright.contract;

import java.util.List;
import org.millwright.error.Problems;

/**
 * One measure of the code list.
 *
 * @param unit canonical unit, or {@code currency} for money
 * @param additive whether the figures of parts may be summed
 * @param nonNegative whether a negative figure is an error
 */
public record MeasureCode(
        String code, String labelEn, String labelZh, String unit, boolean additive, boolean nonNegative) {
    /** The unit of money; a figure then stands in the currency its source declares. */
    public static final String CURRENCY = "currency";

    static List<MeasureCode> read(String file, String text, Problems problems) {
        return new CodeListFile(
                        file,
                        List.of("measure", "label_en", "label_zh", "unit", "aggregation", "non_negative"),
                        problems)
                .readUnique(
                        text,
                        line -> new MeasureCode(
                                line.required("measure"),
                                line.required("label_en"),
                                line.required("label_zh"),
                                line.required("unit"),
                                line.text("aggregation").equals("sum"),
                                Boolean.parseBoolean(line.text("non_negative"))));
    }
}
