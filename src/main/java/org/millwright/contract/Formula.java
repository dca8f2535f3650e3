package org.millwright.contract;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.millwright.model.PriceBasis;

/**
 * Arithmetic over named figures, as it stands in source contracts, rules and indicator definitions.
 *
 * <p>A quotient is undefined (null) unless its denominator is positive; everything that meets a null is null.
 */
public sealed interface Formula extends Serializable {

    /** What a formula refers to: its value comes from outside. */
    sealed interface Leaf extends Formula {}

    record Constant(double value) implements Formula {}

    /** A named figure: a level at current prices, or at constant ones where it is written {@code name@constant}. */
    record Reference(String name, PriceBasis basis) implements Leaf {}

    /** A figure of another period or of the whole: {@code previous(x)}, {@code at(x, 2023)}, {@code total(x)}. */
    record Elsewhere(Place place, Reference figure, String period) implements Leaf {}

    enum Place {
        /** The same figure one year earlier. */
        PREVIOUS,
        /** The same figure in a named period. */
        AT,
        /** The figure of all manufacturing in the same area and period. */
        TOTAL
    }

    record Operation(char operator, Formula left, Formula right) implements Formula {}

    /** All leaves, in the order they are written. */
    default Stream<Leaf> leaves() {
        if (this instanceof Operation operation) {
            return Stream.concat(operation.left().leaves(), operation.right().leaves());
        }
        return this instanceof Leaf leaf ? Stream.of(leaf) : Stream.empty();
    }

    /** This formula as a Spark expression, given what its leaves are. */
    default Column toColumn(Function<Leaf, Column> leaves) {
        if (this instanceof Operation operation) {
            Column left = operation.left().toColumn(leaves);
            Column right = operation.right().toColumn(leaves);
            return switch (operation.operator()) {
                case '+' -> left.plus(right);
                case '-' -> left.minus(right);
                case '*' -> left.multiply(right);
                case '/' -> when(right.gt(0), left.divide(right));
                default -> throw new IllegalStateException("operator " + operation.operator());
            };
        }
        return this instanceof Constant constant ? lit(constant.value()) : leaves.apply((Leaf) this);
    }

    /** The value of this formula, given the values of its leaves; NaN stands for undefined on both sides. */
    default double evaluate(ToDoubleFunction<Leaf> leaves) {
        if (this instanceof Operation operation) {
            double left = operation.left().evaluate(leaves);
            double right = operation.right().evaluate(leaves);
            return switch (operation.operator()) {
                case '+' -> left + right;
                case '-' -> left - right;
                case '*' -> left * right;
                case '/' -> right > 0 ? left / right : Double.NaN;
                default -> throw new IllegalStateException("operator " + operation.operator());
            };
        }
        return this instanceof Constant constant ? constant.value() : leaves.applyAsDouble((Leaf) this);
    }
}
