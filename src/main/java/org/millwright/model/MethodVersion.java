package org.millwright.model;

/** Names the algorithm behind a published figure; stamped on every row that it produced. */
public record MethodVersion(String family, String method, String version) {
    @Override
    public String toString() {
        return family + "/" + method + "/" + version;
    }
}
