package org.millwright.contract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.millwright.model.Frequency;

/**
 * Everything that is agreed about one source of data: its format, what its columns mean, its units, its markers, and
 * the rules its figures keep. A file in {@code data-schemas/sources}.
 */
public record SourceContract(
        Identity identity,
        Vintage vintage,
        Format format,
        Unpivot unpivot,
        Keys keys,
        List<Exclusion> exclusions,
        List<MeasureColumn> measures,
        List<Deflation> prices,
        Map<String, String> markers,
        double rejectTolerance,
        List<Rule> rules,
        Optional<Seasonal> seasonal,
        Optional<EndMarker> endMarker,
        String file) {

    /** Pseudo-field: the name of the file. */
    public static final String FILE_FIELD = "$file";
    /** Pseudo-field: the name of the sheet. */
    public static final String SHEET_FIELD = "$sheet";

    /** What the source is and where it comes from; {@code version} changes whenever the contract does. */
    public record Identity(
            String id,
            String dataset,
            String version,
            String title,
            String licence,
            String citation,
            String origin,
            boolean synthetic) {}

    /** The dimensions of an observation and its attributes. */
    public record Keys(
            Dimension area,
            Activity activity,
            Dimension period,
            Frequency frequency,
            List<String> breakdown,
            Optional<String> obsStatus,
            Optional<String> confStatus) {}

    public String id() {
        return identity.id();
    }

    /** The path of its file below the definitions. */
    public String path() {
        return file.replaceAll(":\\d+$", "");
    }

    public String dataset() {
        return identity.dataset();
    }

    /** The fields that a reader must deliver, each once, in a fixed order; without the pseudo-fields. */
    public List<String> fields() {
        Set<String> fields = new LinkedHashSet<>();
        Stream.of(keys.area(), keys.activity().code(), keys.period()).forEach(dimension -> {
            if (dimension instanceof Dimension.Field field) {
                fields.add(field.name());
            }
        });
        fields.addAll(keys.breakdown());
        keys.obsStatus().ifPresent(fields::add);
        keys.confStatus().ifPresent(fields::add);
        exclusions.forEach(exclusion -> fields.addAll(exclusion.where().keySet()));
        measures.forEach(measure -> {
            fields.addAll(measure.fields());
            fields.addAll(measure.where().keySet());
        });
        if (vintage instanceof Vintage.Field field) {
            fields.add(field.name());
        }
        fields.removeIf(name -> name.startsWith("$"));
        return List.copyOf(fields);
    }
}
