package org.millwright.stat.decomposition;

import java.util.Arrays;

/**
 * What units of one period made, and of what; all of it positive.
 *
 * @param outputs {@code outputs[u][k]}: output k of unit u
 * @param inputs {@code inputs[u][k]}: input k of unit u
 */
public record Production(double[][] outputs, double[][] inputs) {
    public Production {
        if (outputs.length != inputs.length) {
            throw new IllegalArgumentException("every unit has outputs and inputs");
        }
        if (!isPositive(outputs) || !isPositive(inputs)) {
            throw new IllegalArgumentException("outputs and inputs must be positive");
        }
    }

    int size() {
        return outputs.length;
    }

    private static boolean isPositive(double[][] figures) {
        return Arrays.stream(figures)
                .flatMapToDouble(Arrays::stream)
                .allMatch(figure -> figure > 0 && figure < Double.POSITIVE_INFINITY);
    }
}
