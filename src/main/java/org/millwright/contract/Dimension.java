package org.millwright.contract;

import java.io.Serializable;
import java.util.Map;

/** How one dimension of an observation is read from a record. */
public sealed interface Dimension extends Serializable {

    /** Always the same code. */
    record Constant(String code) implements Dimension {}

    /**
     * A field from which a pattern may cut the code, and which a code list may translate.
     *
     * @param name the field
     * @param pattern regular expression on the whole text, whose first group is the code; empty takes the text itself
     * @param codes raw code to code; where it is not empty, a raw code without an entry is unknown
     */
    record Field(String name, String pattern, Map<String, String> codes) implements Dimension {}
}
