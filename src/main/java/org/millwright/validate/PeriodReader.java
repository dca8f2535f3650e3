package org.millwright.validate;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.millwright.model.Frequency;

/** Reads a period: {@code 2015}, {@code 2015-Q3} or {@code 2015-07}, whatever the file writes. */
final class PeriodReader implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    private static final Pattern ANNUAL = Pattern.compile("(?<year>\\d{4})");
    private static final Pattern QUARTERLY = Pattern.compile("(?<year>\\d{4})-?Q(?<quarter>\\d)");
    private static final Pattern MONTHLY = Pattern.compile("(?<year>\\d{4})(?:-M?|M)(?<month>\\d{1,2})");

    private final CodeReader reader;
    private final Frequency frequency;

    PeriodReader(CodeReader reader, Frequency frequency) {
        this.reader = reader;
        this.frequency = frequency;
    }

    String fieldName() {
        return reader.fieldName();
    }

    String observed(CodeReader.Source record) {
        return reader.observed(record);
    }

    /** The period in its canonical text; empty if it is impossible or of another frequency. */
    Optional<String> read(CodeReader.Source record) {
        Optional<Matcher> own = reader.match(record);
        if (own.isPresent()) {
            return canonical(own.get());
        }
        return reader.read(record)
                .map(text -> byDefault().matcher(text))
                .filter(Matcher::matches)
                .flatMap(this::canonical);
    }

    private Pattern byDefault() {
        return switch (frequency) {
            case ANNUAL -> ANNUAL;
            case QUARTERLY -> QUARTERLY;
            case MONTHLY, YEAR_TO_DATE -> MONTHLY;
        };
    }

    private Optional<String> canonical(Matcher matcher) {
        int year = Integer.parseInt(matcher.group("year"));
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return Optional.empty();
        }
        return switch (frequency) {
            case ANNUAL -> Optional.of(String.valueOf(year));
            case QUARTERLY ->
                within(Integer.parseInt(matcher.group("quarter")), 4).map(quarter -> year + "-Q" + quarter);
            case MONTHLY, YEAR_TO_DATE ->
                within(Integer.parseInt(matcher.group("month")), 12)
                        .map(month -> String.format("%d-%02d", year, month));
        };
    }

    private static Optional<Integer> within(int number, int most) {
        return number >= 1 && number <= most ? Optional.of(number) : Optional.empty();
    }
}
