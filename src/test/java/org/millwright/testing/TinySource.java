package org.millwright.testing;

import java.util.Map;

/** A source small enough to reckon by hand. */
public final class TinySource {
    /** Four industries; the third code is split in halves between two of them. */
    private static final String CONCORDANCE = """
            from,to,weight,role,basis,year,judgement,alternative,note
            31,steel,1,part,,,,,
            32,nonferrous_metals,1,part,,,,,
            33,light_industry,0.5,part,,,,,
            33,textiles,0.5,part,,,,,
            40,other_manufacturing,1,part,,,,,
            """;

    private static final String CONTRACT = """
            id: tiny
            dataset: tiny
            title: Figures of nobody
            licence: none
            vintage: {from: file-name, pattern: "(\\\\d{4}-\\\\d{2}-\\\\d{2})"}
            format: {type: csv}
            area: {column: area}
            activity: {column: code, classification: tiny}
            period: {column: year, frequency: annual}
            measures:
              - {measure: value_added, column: va, unit: CNY, factor: 1000}
              - {measure: employment, column: emp, unit: persons}
            markers: {"D": Q}
            rejects: {tolerance: 0.5}
            rules:
              - {id: value-added-possible, kind: range, severity: error, measure: value_added, minimum: 0, maximum: 1000000}
            """;

    /** Its contract and its classification, by their paths below a folder of definitions. */
    public static final Map<String, String> FILES =
            Map.of("sources/tiny.yaml", CONTRACT, "industries/tiny.csv", CONCORDANCE);

    private TinySource() {}

    /** A file of it; the lines are area, code, year, value added in thousand yuan, employment. */
    public static String text(String... lines) {
        return "area,code,year,va,emp\n" + String.join("\n", lines) + "\n";
    }
}
