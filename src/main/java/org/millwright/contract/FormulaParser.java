package org.millwright.contract;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.millwright.contract.Formula.Constant;
import org.millwright.contract.Formula.Elsewhere;
import org.millwright.contract.Formula.Operation;
import org.millwright.contract.Formula.Place;
import org.millwright.contract.Formula.Reference;
import org.millwright.model.PriceBasis;

/**
 * Parses the arithmetic of contracts and definitions; it knows four operators, parentheses and three functions, and
 * nothing that could run code.
 *
 * <pre>
 * sum     = product (('+' | '-') product)*
 * product = factor (('*' | '/') factor)*
 * factor  = number | '(' sum ')' | '-' factor | function '(' name [',' period] ')' | name ['@constant']
 * </pre>
 */
public final class FormulaParser {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(?<number>\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)|`(?<quoted>[^`]+)`"
                    + "|(?<name>[A-Za-z_$][A-Za-z0-9_.$]*(?:@constant)?)|(?<sign>[-+*/(),]))");
    private static final String CONSTANT_PRICES = "@constant";

    private final String text;
    private final Matcher matcher;
    private int position;

    private FormulaParser(String text) {
        this.text = text;
        this.matcher = TOKEN.matcher(text);
    }

    /**
     * Parses a whole formula.
     *
     * @throws IllegalArgumentException naming the place where the text stops being a formula
     */
    public static Formula parse(String text) {
        FormulaParser parser = new FormulaParser(text);
        Formula formula = parser.sum();
        if (!parser.rest().isEmpty()) {
            throw parser.unexpected();
        }
        return formula;
    }

    private Formula sum() {
        Formula left = product();
        while (takeSign('+') || takeSign('-')) {
            char operator = text.charAt(position - 1);
            left = new Operation(operator, left, product());
        }
        return left;
    }

    private Formula product() {
        Formula left = factor();
        while (takeSign('*') || takeSign('/')) {
            char operator = text.charAt(position - 1);
            left = new Operation(operator, left, factor());
        }
        return left;
    }

    private Formula factor() {
        if (takeSign('(')) {
            Formula inner = sum();
            require(')');
            return inner;
        }
        if (takeSign('-')) {
            return new Operation('-', new Constant(0), factor());
        }
        String number = take("number");
        return number != null ? constant(number) : named();
    }

    private Constant constant(String number) {
        double value = Double.parseDouble(number);
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException("the number " + number + " is too large");
        }
        return new Constant(value);
    }

    private Formula named() {
        String quoted = take("quoted");
        if (quoted != null) {
            return new Reference(quoted, PriceBasis.CURRENT);
        }
        String name = take("name");
        if (name == null) {
            throw unexpected();
        }
        return takeSign('(') ? elsewhere(name) : reference(name);
    }

    private Formula elsewhere(String function) {
        Place place = place(function);
        String name = take("name");
        if (name == null) {
            throw unexpected();
        }
        String period = "";
        if (place == Place.AT) {
            require(',');
            period = take("number");
            if (period == null || !period.matches("\\d{4}")) {
                throw new IllegalArgumentException("a year such as 2023 is expected as the second argument of at");
            }
        }
        require(')');
        return new Elsewhere(place, reference(name), period);
    }

    private Place place(String function) {
        try {
            return Place.valueOf(function.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "unknown function '" + function + "'; known are previous, at and total", unknown);
        }
    }

    private static Reference reference(String name) {
        return name.endsWith(CONSTANT_PRICES)
                ? new Reference(name.substring(0, name.length() - CONSTANT_PRICES.length()), PriceBasis.CONSTANT)
                : new Reference(name, PriceBasis.CURRENT);
    }

    private boolean takeSign(char sign) {
        if (look() && matcher.group("sign") != null && matcher.group("sign").charAt(0) == sign) {
            position = matcher.end();
            return true;
        }
        return false;
    }

    private void require(char sign) {
        if (!takeSign(sign)) {
            throw new IllegalArgumentException("'" + sign + "' is expected before '" + rest() + "' in '" + text + "'");
        }
    }

    private String take(String kind) {
        if (!look() || matcher.group(kind) == null) {
            return null;
        }
        position = matcher.end();
        return matcher.group(kind);
    }

    private boolean look() {
        matcher.region(position, text.length());
        return matcher.lookingAt();
    }

    private String rest() {
        return text.substring(position).strip();
    }

    private IllegalArgumentException unexpected() {
        return new IllegalArgumentException(
                rest().isEmpty()
                        ? "'" + text + "' ends too early"
                        : "'" + rest() + "' is not expected in '" + text + "'");
    }
}
