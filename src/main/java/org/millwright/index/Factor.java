package org.millwright.index;

import java.io.Serializable;
import java.util.Locale;

/**
 * One thing that replicates vary.
 *
 * @param level for weights, the level of the nodes among whose children they are moved; 0 for all else
 */
record Factor(Kind kind, int level) implements Serializable {

    /** What is varied. The order numbers the random draws: another order is another sample of the same seed. */
    enum Kind {
        IMPUTE,
        TREAT,
        NORMALISE,
        AGGREGATE,
        LEAVE_ONE_OUT,
        WEIGHTS;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Factor of(Kind kind) {
        return new Factor(kind, 0);
    }

    /** The place of its random numbers: it depends on no other factor, so that one more changes no draw of the others. */
    int place() {
        return kind.ordinal() + level;
    }

    /** As the definition and the tables name it: {@code normalise}, {@code weights_level_2}. */
    String id() {
        return kind == Kind.WEIGHTS ? kind.id() + "_level_" + level : kind.id();
    }
}
