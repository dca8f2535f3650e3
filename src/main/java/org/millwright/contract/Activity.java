package org.millwright.contract;

import java.util.Optional;

/**
 * How the activity of a record is read, and in which classification it stands.
 *
 * @param code how the code is read
 * @param classification id of the concordance that leads to the industry scheme
 * @param convertTo the classification that figures of industries are converted to, if it is another one
 * @param selection which codes of the data are summed
 */
public record Activity(Dimension code, String classification, Optional<String> convertTo, Selection selection) {

    /** Which codes of the data make up an industry. */
    public enum Selection {
        /** The file holds several levels; exactly the codes that the concordance lists are summed. */
        LISTED,
        /** The file holds one level; every code goes through its longest listed prefix. */
        PREFIX
    }

    /** The classification by which the figures of industries are made. */
    public String madeBy() {
        return convertTo.orElse(classification);
    }
}
