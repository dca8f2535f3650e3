package org.millwright.contract;

import java.util.List;
import java.util.stream.Stream;
import org.millwright.contract.Composite.Columns;
import org.millwright.contract.Composite.Node;
import org.millwright.contract.Composite.Screen;
import org.millwright.contract.Composite.Window;
import org.millwright.contract.TreeReader.LeafMethods;
import org.millwright.stat.aggregation.Aggregation;
import org.millwright.stat.aggregation.Arithmetic;
import org.millwright.stat.imputation.Imputation;
import org.millwright.stat.imputation.NoImputation;
import org.millwright.stat.normalisation.MinMax;
import org.millwright.stat.normalisation.Normalisation;
import org.millwright.stat.treatment.NoTreatment;
import org.millwright.stat.treatment.Treatment;
import org.millwright.stat.weighting.Given;
import org.millwright.stat.weighting.Weighting;
import org.millwright.yaml.YamlNode;

/** Reads the definition of a composite: what holds for the whole of it; {@link TreeReader} reads its tree. */
final class CompositeReader {
    private static final double DEFAULT_COVERAGE = 2.0 / 3;

    private final YamlNode root;

    CompositeReader(YamlNode root) {
        this.root = root;
    }

    static Imputation imputation(YamlNode node) {
        return MethodReader.read(node, Imputation.class, NoImputation.DEFAULT, "none");
    }

    static Treatment treatment(YamlNode node) {
        return MethodReader.read(node, Treatment.class, NoTreatment.DEFAULT, "winsorise");
    }

    static Normalisation normalisation(YamlNode node) {
        return MethodReader.read(node, Normalisation.class, MinMax.DEFAULT, MinMax.DEFAULT.id());
    }

    static Aggregation aggregation(YamlNode node) {
        return MethodReader.read(node, Aggregation.class, Arithmetic.DEFAULT, Arithmetic.DEFAULT.id());
    }

    static Weighting weighting(YamlNode node) {
        return MethodReader.read(node, Weighting.class, Given.DEFAULT, Given.DEFAULT.id());
    }

    Composite read() {
        YamlNode label = root.at("label");
        LeafMethods methods =
                new LeafMethods(NoImputation.DEFAULT, NoTreatment.DEFAULT, MinMax.DEFAULT).overriddenAt(root);
        Composite composite = new Composite(
                root.text("id"),
                root.text("version"),
                label.text("en", ""),
                label.text("zh", ""),
                new Columns(root.text("unit", ""), root.text("period", "")),
                window(),
                screen(),
                new TreeReader(defaults()).read(root.at("tree"), methods),
                root.optional("robustness").map(Alternatives::read).orElse(null),
                root.where());
        Stream.of(label, root).forEach(YamlNode::refuseOtherKeys);
        new CompositeCheck(composite, root.problems()).sound();
        return composite;
    }

    private Node defaults() {
        return new Node(
                "",
                "",
                "",
                1,
                root.optional("aggregate").map(CompositeReader::aggregation).orElse(Arithmetic.DEFAULT),
                root.optional("weights").map(CompositeReader::weighting).orElse(Given.DEFAULT),
                share(root, "minimum-coverage", DEFAULT_COVERAGE),
                List.of(),
                null,
                "");
    }

    private Window window() {
        YamlNode node = root.at("reference-window");
        Window window = new Window(node.text("from", ""), node.text("to", ""), node.flag("each-period", false));
        if (window.isDeclared() && window.from().compareTo(window.to()) > 0) {
            node.problem("the window ends before it starts", "Write from <= to");
        }
        node.refuseOtherKeys();
        return window;
    }

    private Screen screen() {
        YamlNode node = root.at("screen");
        Screen screen = new Screen(
                share(node, "minimum-coverage", root.has("screen") ? DEFAULT_COVERAGE : 0),
                share(node, "minimum-coverage-per-node", 0));
        node.refuseOtherKeys();
        return screen;
    }

    static double share(YamlNode node, String key, double byDefault) {
        double share = node.number(key, byDefault);
        if (share < 0 || share > 1) {
            node.at(key).problem("the share " + share + " is not between 0 and 1", "Write for example 0.66");
        }
        return share;
    }
}
