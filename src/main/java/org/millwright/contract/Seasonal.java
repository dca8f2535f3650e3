package org.millwright.contract;

import java.io.Serializable;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.millwright.yaml.YamlNode;

/**
 * How the monthly and quarterly series of a source are adjusted for the season.
 *
 * @param calendar effects of the calendar that are looked for; the season itself always is
 */
public record Seasonal(Method method, Set<Effect> calendar) implements Serializable {

    /** A method of adjustment, as JDemetra+ has it. */
    public enum Method {
        /** Moving averages on a series that a regARIMA model has corrected and prolonged. */
        X13,
        /** Filters that follow from the ARIMA model of the series. */
        TRAMO_SEATS;

        public String code() {
            return codeOf(this);
        }
    }

    /** An effect that moves through the calendar. */
    public enum Effect {
        /** How many working days and weekends a month has, and the leap year; kept if it is significant. */
        TRADING_DAYS,
        /** The days before Easter; kept if it is significant. */
        EASTER,
        /** The days before, of and after the Spring Festival; always kept. */
        SPRING_FESTIVAL;

        public String code() {
            return codeOf(this);
        }
    }

    private static String codeOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Seasonal read(YamlNode node) {
        Method method = node.choice("method", Method.class, Method.X13);
        if (!node.has("method")) {
            node.text("method");
        }
        Set<Effect> calendar = new TreeSet<>();
        node.list("calendar", YamlNode::scalar).forEach(name -> effect(name, node, calendar));
        node.refuseOtherKeys();
        return new Seasonal(method, calendar);
    }

    private static void effect(String name, YamlNode node, Set<Effect> calendar) {
        for (Effect effect : Effect.values()) {
            if (effect.code().equals(name)) {
                calendar.add(effect);
                return;
            }
        }
        node.at("calendar")
                .problem(
                        "'" + name + "' is no effect of the calendar",
                        "Write a list of trading-days, easter, spring-festival, or leave the key out");
    }

    /** The method and the effects, in one fixed order. */
    @Override
    public String toString() {
        return method.code()
                + calendar.stream().map(effect -> " " + effect.code()).collect(Collectors.joining());
    }
}
