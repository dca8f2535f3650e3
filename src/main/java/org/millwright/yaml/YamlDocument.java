package org.millwright.yaml;

import java.io.StringReader;
import org.millwright.error.ErrorCode;
import org.millwright.error.Problems;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads YAML as a tree of nodes that know their lines; no object is ever constructed from a tag. */
public final class YamlDocument {
    private static final int MOST_ALIASES = 20;

    private YamlDocument() {}

    /** The root of a document; where there is none, one problem that says so, and an absent node that adds no others. */
    public static YamlNode read(String file, String text, Problems problems) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setAllowRecursiveKeys(false);
        try {
            Node root = new Yaml(options).compose(new StringReader(text));
            if (root != null) {
                return new YamlNode(file, root, problems);
            }
            problems.add(ErrorCode.DEFINITION_UNREADABLE, file, "the file is empty", "Fill it in, or remove it");
        } catch (MarkedYAMLException broken) {
            String line = broken.getProblemMark() == null
                    ? ""
                    : ":" + (broken.getProblemMark().getLine() + 1);
            problems.add(ErrorCode.DEFINITION_UNREADABLE, file + line, broken.getProblem(), "Correct the YAML");
        } catch (YAMLException broken) {
            problems.add(ErrorCode.DEFINITION_UNREADABLE, file, broken.getMessage(), "Correct the YAML");
        }
        return new YamlNode(file, null, new Problems());
    }
}
