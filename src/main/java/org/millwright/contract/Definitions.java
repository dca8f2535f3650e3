package org.millwright.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.millwright.error.ErrorCode;
import org.millwright.error.Problems;
import org.millwright.yaml.NearestName;
import org.millwright.yaml.YamlDocument;
import org.millwright.yaml.YamlNode;

/** Everything that is defined in files, read and cross-checked. */
public record Definitions(
        IndustryScheme scheme,
        Map<String, Concordance> concordances,
        Map<String, Correspondence> correspondences,
        Map<String, MeasureCode> measures,
        Map<String, Area> areas,
        Map<String, SourceContract> sources,
        Map<String, Indicator> indicators,
        Map<String, Composite> composites,
        Map<String, TableContract> tables,
        FestivalDates springFestival) {
    private static final String INDUSTRIES = "industries";
    private static final String CSV = ".csv";
    private static final String SPRING_FESTIVAL = "calendars/spring-festival.csv";

    /** Reads all definitions; what is wrong in them is added to the problems, all of it. */
    public static Definitions read(DefinitionFiles files, String schemeId, Problems problems) {
        Map<String, String> industries = new LinkedHashMap<>();
        files.in(INDUSTRIES, CSV).forEach((path, text) -> industries.put(industriesId(path), text));
        IndustryScheme scheme = scheme(industries, schemeId, problems);
        Map<String, Concordance> concordances = new LinkedHashMap<>();
        Map<String, Correspondence> correspondences = new LinkedHashMap<>();
        industries.forEach((id, text) -> {
            if (Correspondence.isName(id)) {
                correspondences.put(id, Correspondence.read(id, industriesPath(id), text, problems));
            } else if (!id.equals(scheme.id()) && !IndustryScheme.isScheme(text)) {
                concordances.put(id, Concordance.read(id, industriesPath(id), text, scheme, problems));
            }
        });
        Definitions definitions = new Definitions(
                scheme,
                concordances,
                correspondences,
                byId(MeasureCode.read("measures.csv", files.text("measures.csv"), problems), MeasureCode::code),
                byId(Area.read("areas.csv", files.text("areas.csv"), problems), Area::code),
                yaml(
                        files,
                        "sources",
                        problems,
                        node -> SourceContractReader.read(node, node.where()),
                        SourceContract::id),
                yaml(files, "indicators", problems, Indicator::read, Indicator::id),
                yaml(files, "composites", problems, Composite::read, Composite::id),
                yaml(files, "tables", problems, TableContract::read, TableContract::name),
                FestivalDates.read(SPRING_FESTIVAL, files.text(SPRING_FESTIVAL), problems));
        new CrossCheck(definitions, problems).run();
        return definitions;
    }

    /** The wanted scheme; where there is none of the name the nearest, so that all else can still be checked. */
    private static IndustryScheme scheme(Map<String, String> industries, String wanted, Problems problems) {
        String id = wanted;
        if (!industries.containsKey(wanted)) {
            List<String> known = industries.keySet().stream()
                    .filter(name -> IndustryScheme.isScheme(industries.get(name)))
                    .toList();
            problems.add(
                    ErrorCode.SETTINGS_INVALID,
                    "settings",
                    "the setting 'scheme' names '" + wanted + "', and there is no such industry scheme",
                    NearestName.suggestion(wanted, known));
            id = NearestName.of(wanted, known).orElse(wanted);
        }
        return IndustryScheme.read(id, industriesPath(id), industries.getOrDefault(id, ""), problems);
    }

    private static String industriesPath(String id) {
        return INDUSTRIES + "/" + id + CSV;
    }

    private static String industriesId(String path) {
        return path.substring(INDUSTRIES.length() + 1, path.length() - CSV.length());
    }

    private static <T> Map<String, T> byId(List<T> elements, Function<T, String> id) {
        Map<String, T> map = new LinkedHashMap<>();
        elements.forEach(element -> map.put(id.apply(element), element));
        return map;
    }

    private static <T> Map<String, T> yaml(
            DefinitionFiles files,
            String folder,
            Problems problems,
            Function<YamlNode, T> reader,
            Function<T, String> id) {
        Map<String, T> read = new LinkedHashMap<>();
        Map<String, String> places = new LinkedHashMap<>();
        files.in(folder, ".yaml").forEach((path, text) -> {
            YamlNode root = YamlDocument.read(path, text, problems);
            if (root.isAbsent()) {
                return;
            }
            T element = reader.apply(root);
            String first = places.putIfAbsent(id.apply(element), root.where());
            if (first != null) {
                problems.add(
                        ErrorCode.DUPLICATE_ID,
                        root.where(),
                        "the id '" + id.apply(element) + "' is taken by " + first,
                        "Give one of them another id");
            }
            read.put(id.apply(element), element);
        });
        return read;
    }

    /** The table contracts alone. */
    public static List<TableContract> tables(DefinitionFiles files, Problems problems) {
        return List.copyOf(yaml(files, "tables", problems, TableContract::read, TableContract::name)
                .values());
    }

    /** The table contract of a name that the program itself knows. */
    public TableContract table(String name) {
        return Optional.ofNullable(tables.get(name))
                .orElseThrow(() -> new IllegalStateException("no contract for the table " + name));
    }

    /** The files that make the series of a source: its contract, what its codes are converted to and lead to, and the calendar. */
    public List<String> filesBehind(SourceContract source) {
        Activity activity = source.keys().activity();
        Stream<String> conversion = activity.convertTo().stream()
                .flatMap(target -> Stream.of(Correspondence.name(activity.classification(), target), target));
        Stream<String> industries = Stream.concat(Stream.of(activity.classification(), scheme.id()), conversion);
        return Stream.of(
                        Stream.of(source.path()),
                        industries.map(Definitions::industriesPath),
                        Stream.of(SPRING_FESTIVAL))
                .flatMap(Function.identity())
                .toList();
    }

    /** The concordance from the classification of a source to the scheme. */
    public Concordance concordance(SourceContract source) {
        return concordances.get(source.keys().activity().classification());
    }

    /** The correspondence by which the figures of a source are converted to another classification, if they are. */
    public Optional<Correspondence> correspondence(SourceContract source) {
        Activity activity = source.keys().activity();
        return activity.convertTo()
                .map(target -> correspondences.get(Correspondence.name(activity.classification(), target)));
    }

    /** What that conversion moves between industries; nothing where both classifications define the same ones. */
    public List<Correspondence.Shift> shifts(SourceContract source) {
        Concordance target = concordances.get(source.keys().activity().madeBy());
        return correspondence(source)
                .map(correspondence -> correspondence.shifts(concordance(source), target, scheme))
                .orElse(List.of());
    }

    /** The activity codes that a source may have. */
    public ActivityCodes activityCodes(SourceContract source) {
        return ActivityCodes.of(source, this);
    }

    /** Reports each id of a composite that is not defined. */
    public void requireComposites(List<String> ids, String where, Problems problems) {
        ids.stream()
                .filter(id -> !composites.containsKey(id))
                .forEach(id -> problems.add(
                        ErrorCode.SETTINGS_INVALID,
                        where,
                        "there is no composite '" + id + "'",
                        NearestName.suggestion(id, composites.keySet())));
    }

    /** The given sources, in their order; a problem for each id that is not defined. */
    public List<SourceContract> sources(List<String> ids, String where, Problems problems) {
        List<SourceContract> found = new ArrayList<>();
        for (String id : ids) {
            SourceContract contract = sources.get(id);
            if (contract == null) {
                problems.add(
                        ErrorCode.SETTINGS_INVALID,
                        where,
                        "there is no source contract '" + id + "'",
                        NearestName.suggestion(id, sources.keySet()));
            } else {
                found.add(contract);
            }
        }
        return found;
    }
}
