package org.millwright.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.millwright.contract.Composite;
import org.millwright.contract.Composite.Node;
import org.millwright.contract.Definitions;

/** The definitions as tables, so that a query finds labels, formulas, weights and licences beside the figures. */
public final class CodeLists {
    private final Definitions definitions;

    public CodeLists(Definitions definitions) {
        this.definitions = definitions;
    }

    /** Table name to its rows. */
    public Map<String, Dataset<Row>> tables(SparkSession session) {
        Map<String, Dataset<Row>> tables = new LinkedHashMap<>();
        Map.of(
                        "industries", industries(),
                        "areas", areas(),
                        "measures", measures(),
                        "sources", sources(),
                        "indicator_definitions", indicators(),
                        "composite_definitions", composites())
                .forEach((name, rows) -> tables.put(
                        name,
                        session.createDataFrame(rows, definitions.table(name).schema())
                                .coalesce(1)));
        return tables;
    }

    private List<Row> industries() {
        List<String> leaves = definitions.scheme().leaves();
        return definitions.scheme().industries().stream()
                .map(industry -> RowFactory.create(
                        industry.code(),
                        nullIfEmpty(industry.parent()),
                        industry.position(),
                        leaves.contains(industry.code()),
                        industry.labelEn(),
                        industry.labelZh()))
                .toList();
    }

    private List<Row> areas() {
        return definitions.areas().values().stream()
                .map(area -> RowFactory.create(area.code(), nullIfEmpty(area.parent()), area.labelEn(), area.labelZh()))
                .toList();
    }

    private List<Row> measures() {
        return definitions.measures().values().stream()
                .map(measure -> RowFactory.create(measure.code(), measure.unit(), measure.labelEn(), measure.labelZh()))
                .toList();
    }

    private List<Row> sources() {
        return definitions.sources().values().stream()
                .map(source -> RowFactory.create(
                        source.id(),
                        source.dataset(),
                        source.identity().version(),
                        source.identity().title(),
                        source.identity().licence(),
                        source.identity().citation(),
                        source.identity().origin(),
                        source.identity().synthetic()))
                .toList();
    }

    private List<Row> indicators() {
        return definitions.indicators().values().stream()
                .map(indicator -> RowFactory.create(
                        indicator.id(),
                        indicator.version(),
                        indicator.formulaText(),
                        indicator.unit(),
                        indicator.direction(),
                        indicator.pillar(),
                        indicator.labelEn(),
                        indicator.labelZh()))
                .toList();
    }

    private List<Row> composites() {
        List<Row> rows = new ArrayList<>();
        definitions.composites().values().forEach(composite -> add(composite, composite.tree(), null, rows));
        return rows;
    }

    private static void add(Composite composite, Node node, String parent, List<Row> rows) {
        rows.add(RowFactory.create(
                composite.id(),
                composite.version(),
                node.id(),
                parent,
                node.level(),
                node.weight(),
                node.isLeaf() ? null : node.aggregationName(),
                nullIfEmpty(node.labelEn()),
                nullIfEmpty(node.labelZh())));
        node.children().forEach(child -> add(composite, child, node.id(), rows));
    }

    private static String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
