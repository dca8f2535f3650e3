package org.millwright.contract;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.TreeMap;
import org.millwright.error.Problems;

/** The first day of a festival that moves through the calendar, in each of many years without a gap. */
public record FestivalDates(TreeMap<Integer, LocalDate> byYear) implements Serializable {

    static FestivalDates read(String file, String text, Problems problems) {
        TreeMap<Integer, LocalDate> byYear = new TreeMap<>();
        new CodeListFile(file, List.of("year", "date"), problems).read(text, line -> {
            LocalDate date = date(line, byYear);
            byYear.put(date.getYear(), date);
            return date;
        });
        return new FestivalDates(byYear);
    }

    private static LocalDate date(CodeListFile.Line line, TreeMap<Integer, LocalDate> before) {
        int year = (int) line.number("year", 0);
        if (!before.isEmpty() && before.lastKey() != year - 1) {
            line.problem("the year " + year + " does not follow " + before.lastKey(), "Give every year, in order");
        }
        try {
            LocalDate date = LocalDate.parse(line.required("date"));
            if (date.getYear() == year) {
                return date;
            }
        } catch (DateTimeParseException noDate) {
            // reported below, with the place
        }
        line.problem("'" + line.text("date") + "' is not a day of " + year, "Write a day such as " + year + "-02-03");
        return LocalDate.of(Math.max(1, year), 2, 1);
    }
}
