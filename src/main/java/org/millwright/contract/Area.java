package org.millwright.contract;

import java.util.List;
import org.millwright.error.Problems;

/** One area of the code list: a country by ISO 3166-1, or a region of it; {@code parent} is empty for a country. */
public record Area(String code, String parent, String labelEn, String labelZh) {
    static List<Area> read(String file, String text, Problems problems) {
        return new CodeListFile(file, List.of("code", "parent", "label_en", "label_zh"), problems)
                .readUnique(
                        text,
                        line -> new Area(
                                line.required("code"),
                                line.text("parent"),
                                line.required("label_en"),
                                line.required("label_zh")));
    }
}
