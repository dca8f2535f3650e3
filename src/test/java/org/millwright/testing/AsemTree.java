package org.millwright.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millwright.stat.aggregation.Aggregation.OfUnit;

/** The tree of the ASEM example of COINr: 49 indicators, 8 pillars, 2 sub-indices and the index. */
public final class AsemTree {
    private final Map<String, List<String>> children = new LinkedHashMap<>();
    private final Map<String, Double> weights = new LinkedHashMap<>();

    private AsemTree() {}

    public static AsemTree read() {
        ReferenceTable metadata = ReferenceTable.read("coinr/inputs/iMeta.csv");
        AsemTree tree = new AsemTree();
        String[] level = metadata.texts("Level");
        String[] code = metadata.texts("iCode");
        String[] parent = metadata.texts("Parent");
        double[] weight = metadata.column("Weight");
        for (int i = 0; i < code.length; i++) {
            if (!level[i].equals("NA")) {
                tree.weights.put(code[i], weight[i]);
                tree.children
                        .computeIfAbsent(parent[i], any -> new ArrayList<>())
                        .add(code[i]);
            }
        }
        tree.children.remove("NA");
        return tree;
    }

    /** Pillars, sub-indices and the index, in the order of the metadata. */
    public List<String> nodes() {
        return List.copyOf(children.keySet());
    }

    /** The weight of every indicator and node in its parent. */
    public Map<String, Double> weights() {
        return weights;
    }

    /** The score of a unit at a node, from the unit's indicators up. */
    public double score(String node, Map<String, Double> indicators, OfUnit method, Map<String, Double> weightOf) {
        List<String> below = children.get(node);
        if (below == null) {
            return indicators.get(node);
        }
        double[] scores = new double[below.size()];
        double[] weight = new double[below.size()];
        Arrays.setAll(scores, c -> score(below.get(c), indicators, method, weightOf));
        Arrays.setAll(weight, c -> weightOf.get(below.get(c)));
        return method.score(scores, weight);
    }
}
