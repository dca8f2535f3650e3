package org.millwright.contract;

import org.millwright.yaml.YamlNode;

/**
 * The file that an agency, or whoever copies for it, puts beside a file once that is whole.
 *
 * @param file its name, in which {@code {name}} stands for the name of the file
 */
public record EndMarker(String file) {
    private static final String NAME = "{name}";

    static EndMarker read(YamlNode node) {
        EndMarker marker = new EndMarker(node.text("file"));
        boolean elsewhere = marker.file().matches(".*[/\\\\].*");
        if (node.has("file") && (elsewhere || marker.file().equals(NAME))) {
            node.at("file")
                    .problem(
                            "'" + marker.file() + "' does not name a file beside another",
                            "Write for example \"{name}.done\"");
        }
        node.refuseOtherKeys();
        return marker;
    }

    /** The name of the marker of a file. */
    public String of(String name) {
        return file.replace(NAME, name);
    }
}
