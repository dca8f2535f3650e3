package org.millwright.seasonal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.millwright.contract.Seasonal;
import org.millwright.model.Periods;

/**
 * International airline passengers in thousands, January 1949 to December 1960: series G of G. E. P. Box and G. M. Jenkins, "Time
 * Series Analysis: Forecasting and Control" (1970).
 */
class AirlineTest {
    private static final Series PASSENGERS = new Series(12, Periods.position("1949-01"), numbers("""
            112 118 132 129 121 135 148 148 136 119 104 118
            115 126 141 135 125 149 170 170 158 133 114 140
            145 150 178 163 172 178 199 199 184 162 146 166
            171 180 193 181 183 218 230 242 209 191 172 194
            196 196 236 235 229 243 264 272 237 211 180 201
            204 188 235 227 234 264 302 293 259 229 203 229
            242 233 267 269 270 315 364 347 312 274 237 278
            284 277 317 313 318 374 413 405 355 306 271 306
            315 301 356 348 355 422 465 467 404 347 305 336
            340 318 362 348 363 435 491 505 404 359 310 337
            360 342 406 396 420 472 548 559 463 407 362 405
            417 391 419 461 472 535 622 606 508 461 390 432
            """));

    private static double[] numbers(String text) {
        return Stream.of(text.split("\\s+")).mapToDouble(Double::parseDouble).toArray();
    }

    /**
     * Without effects of the calendar the model is the airline model of the logarithms. Its parameters are those of exact maximum
     * likelihood: 0.4018 and 0.5569, as arima(log(AirPassengers), c(0, 1, 1), c(0, 1, 1)) of R 4 prints them.
     */
    @ParameterizedTest
    @EnumSource(Seasonal.Method.class)
    void modelIsTheAirlineModel(Seasonal.Method method) {
        Model model = Methods.adjusted(Methods.method(method), PASSENGERS).fit().model();
        assertThat(model.log()).isTrue();
        assertThat(model.arima().orders()).isEqualTo("(0 1 1)(0 1 1)");
        assertThat(model.regressors()).isEmpty();
        assertThat(model.arima().theta()[0]).isCloseTo(-0.4018, within(5e-4));
        assertThat(model.arima().seasonalTheta()[0]).isCloseTo(-0.5569, within(5e-4));
    }

    /** The raw series swings by a third of its level: 622 in July, 390 in November 1960. */
    @ParameterizedTest
    @EnumSource(Seasonal.Method.class)
    void summerIsGone(Seasonal.Method method) {
        Adjusted adjusted = Methods.adjusted(Methods.method(method), PASSENGERS);
        assertThat(SeasonalSwing.of(PASSENGERS.values(), 12)).isGreaterThan(0.3);
        assertThat(SeasonalSwing.of(adjusted.adjusted(), 12)).isLessThan(0.02);
        assertThat(ResidualSeasonality.of(PASSENGERS, adjusted).isLeft()).isFalse();
    }

    /** Value = trend x season x irregular, apart from the annual totals, which move the adjusted series by less than 1 %. */
    @Test
    void componentsMultiplyToTheRawSeries() {
        Adjusted adjusted = Methods.adjusted(Methods.method(Seasonal.Method.X13), PASSENGERS);
        for (int i = 0; i < PASSENGERS.values().length; i++) {
            double product = adjusted.trend()[i] * adjusted.seasonal()[i] * adjusted.irregular()[i];
            assertThat(product).isCloseTo(PASSENGERS.values()[i], within(1e-9 * product));
            assertThat(adjusted.adjusted()[i] * adjusted.seasonal()[i] / product)
                    .isCloseTo(1, within(0.01));
        }
    }
}
