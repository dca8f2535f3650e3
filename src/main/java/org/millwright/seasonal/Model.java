package org.millwright.seasonal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jdplus.toolkit.base.api.arima.SarimaSpec;
import jdplus.toolkit.base.api.data.Parameter;
import jdplus.toolkit.base.api.data.ParameterType;
import jdplus.toolkit.base.api.modelling.TransformationType;
import jdplus.toolkit.base.api.timeseries.calendars.LengthOfPeriodType;
import jdplus.toolkit.base.core.modelling.GeneralLinearModel;

/**
 * The regARIMA model of a series: all that it takes to adjust further figures of the series as before.
 *
 * @param log whether the logarithms are modelled, so that the season multiplies
 * @param lengthOfPeriod what the figures are divided by beforehand: nothing, or the length of February
 * @param regressors the effects that were found, with their coefficients
 */
record Model(boolean log, LengthOfPeriodType lengthOfPeriod, Arima arima, List<Regressor> regressors) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Orders of differencing and the parameters of the polynomials, in JDemetra's signs. */
    record Arima(int d, int seasonalD, double[] phi, double[] theta, double[] seasonalPhi, double[] seasonalTheta) {

        /** {@code (p d q)(P D Q)}. */
        String orders() {
            return "(" + phi.length + " " + d + " " + theta.length + ")(" + seasonalPhi.length + " " + seasonalD + " "
                    + seasonalTheta.length + ")";
        }

        SarimaSpec specification(int period) {
            return SarimaSpec.builder()
                    .period(period)
                    .d(d)
                    .bd(seasonalD)
                    .phi(estimated(phi))
                    .theta(estimated(theta))
                    .bphi(estimated(seasonalPhi))
                    .btheta(estimated(seasonalTheta))
                    .build();
        }

        private static Parameter[] estimated(double[] values) {
            return Parameter.of(values, ParameterType.Estimated);
        }
    }

    static Model of(GeneralLinearModel.Description<SarimaSpec> fitted) {
        SarimaSpec arima = fitted.getStochasticComponent();
        return new Model(
                fitted.isLogTransformation(),
                fitted.getLengthOfPeriodTransformation(),
                new Arima(
                        arima.getD(),
                        arima.getBd(),
                        values(arima.getPhi()),
                        values(arima.getTheta()),
                        values(arima.getBphi()),
                        values(arima.getBtheta())),
                Arrays.stream(fitted.getVariables())
                        .flatMap(variable -> Regressor.of(variable).stream())
                        .toList());
    }

    private static double[] values(Parameter[] parameters) {
        return Arrays.stream(parameters).mapToDouble(Parameter::getValue).toArray();
    }

    TransformationType transformation() {
        return log ? TransformationType.Log : TransformationType.None;
    }

    Optional<Regressor> regressor(Regressor.Kind kind) {
        return regressors.stream().filter(regressor -> regressor.kind() == kind).findFirst();
    }

    List<Regressor> outliers() {
        return regressors.stream()
                .filter(regressor -> regressor.kind().isOutlier())
                .toList();
    }

    static Model parse(String json) {
        try {
            return JSON.readValue(json, Model.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("this is no stored model: " + json, broken);
        }
    }

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
