package org.millwright.seasonal;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.millwright.contract.DefinitionFiles;
import org.millwright.contract.Definitions;
import org.millwright.contract.FestivalDates;
import org.millwright.contract.Seasonal;
import org.millwright.contract.Seasonal.Effect;
import org.millwright.error.Problems;
import org.millwright.seasonal.SeriesAdjustment.Done;

/** Methods of adjustment as a contract declares them, and series to adjust with them. */
final class Methods {
    static final int MONTHS = 12;

    private Methods() {}

    /** The dates that ship with the program. */
    static FestivalDates springFestivals() {
        Problems problems = new Problems();
        Definitions definitions = Definitions.read(DefinitionFiles.bundled(), "china-traditional-8", problems);
        problems.throwIfAny();
        return definitions.springFestival();
    }

    static AdjustmentMethod method(Seasonal.Method method, Effect... effects) {
        Set<Effect> calendar = EnumSet.noneOf(Effect.class);
        calendar.addAll(List.of(effects));
        return AdjustmentMethod.of(new AdjustmentMethod.Request(
                new Seasonal(method, calendar), true, new SpringFestival(springFestivals())));
    }

    /** The series as it would be published, every month of it. */
    static Observed observed(Series series) {
        int length = series.values().length;
        return new Observed(
                series.perYear(),
                IntStream.range(0, length).map(i -> series.start() + i).toArray(),
                IntStream.range(0, length).map(i -> MONTHS / series.perYear()).toArray(),
                series.values());
    }

    /** What the method makes of a series that it must be able to adjust. */
    static Adjusted adjusted(AdjustmentMethod method, Series series) {
        return ((Done) new SeriesAdjustment(method, "today").of(observed(series), Optional.empty())).adjusted();
    }
}
