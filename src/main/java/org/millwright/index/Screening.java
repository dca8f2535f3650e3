package org.millwright.index;

import java.util.List;
import java.util.stream.IntStream;
import org.millwright.contract.Composite.Node;
import org.millwright.contract.Composite.Screen;

/**
 * Screens out units with too few data: those that have less than the declared share of all indicators, or of the
 * indicators of a node. Decided on values before imputation.
 */
final class Screening {
    /** A share that is declared as 0.66 or 2/3 must not fail by its last digit. */
    static final double ROUNDING = 1e-12;

    private final Screen screen;
    private final int[] all;
    private final List<int[]> byNode;

    Screening(Layout layout) {
        screen = layout.composite().screen();
        all = IntStream.range(0, layout.leaves().size()).toArray();
        byNode = layout.inner()
                .filter(node -> node.children().stream().allMatch(Node::isLeaf))
                .map(layout::children)
                .toList();
    }

    boolean[] out(double[][] denominated, int units) {
        boolean[] out = new boolean[units];
        for (int i = 0; i < units; i++) {
            int row = i;
            out[i] = lacks(denominated, all, row, screen.minimumCoverage())
                    || byNode.stream().anyMatch(node -> lacks(denominated, node, row, screen.minimumCoveragePerNode()));
        }
        return out;
    }

    private static boolean lacks(double[][] values, int[] leaves, int row, double minimum) {
        if (minimum <= 0) {
            return false;
        }
        int present = 0;
        for (int leaf : leaves) {
            present += Double.isNaN(values[leaf][row]) ? 0 : 1;
        }
        return present < (minimum - ROUNDING) * leaves.length;
    }
}
