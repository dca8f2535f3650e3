package org.millwright.contract;

import java.util.List;
import org.millwright.error.Problems;

/**
 * One measure of the code list.
 *
 * @param unit canonical unit, or {@code currency} for money
 * @param additive whether the figures of parts may be summed
 * @param overTime how the figure of a year follows from those of its months or quarters
 * @param nonNegative whether a negative figure is an error
 * @param structural whether the statistics of structure are computed for it
 */
public record MeasureCode(
        String code,
        String labelEn,
        String labelZh,
        String unit,
        boolean additive,
        OverTime overTime,
        boolean nonNegative,
        boolean structural) {
    /** How the figure of a longer period follows from those of the shorter ones within it. */
    public enum OverTime {
        /** A flow: the periods are added. */
        SUM,
        /** A level that is measured throughout: the mean of the periods. */
        MEAN,
        /** A stock: that of the last period. */
        END,
        /** It does not follow from them. */
        NONE
    }

    private static final String INDEX = "index";

    /** The unit of money; a figure then stands in the currency its source declares. */
    public static final String CURRENCY = "currency";

    static List<MeasureCode> read(String file, String text, Problems problems) {
        return new CodeListFile(
                        file,
                        List.of(
                                "measure",
                                "label_en",
                                "label_zh",
                                "unit",
                                "aggregation",
                                "over_time",
                                "non_negative",
                                "structure"),
                        problems)
                .readUnique(
                        text,
                        line -> new MeasureCode(
                                line.required("measure"),
                                line.required("label_en"),
                                line.required("label_zh"),
                                line.required("unit"),
                                line.text("aggregation").equals("sum"),
                                overTime(line),
                                Boolean.parseBoolean(line.text("non_negative")),
                                Boolean.parseBoolean(line.text("structure"))));
    }

    /** Whether its figures are growth already: indices of which the year before is 100, so that no year follows from months. */
    public boolean isGrowthItself() {
        return unit.equals(INDEX) && overTime == OverTime.NONE;
    }

    private static OverTime overTime(CodeListFile.Line line) {
        return switch (line.required("over_time")) {
            case "sum" -> OverTime.SUM;
            case "mean" -> OverTime.MEAN;
            case "end" -> OverTime.END;
            case "none" -> OverTime.NONE;
            default -> {
                line.problem(
                        "'" + line.text("over_time") + "' is no way from months to years",
                        "Write sum, mean, end or none");
                yield OverTime.NONE;
            }
        };
    }
}
