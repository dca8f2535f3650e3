package org.millwright.config;

import java.util.List;
import java.util.Optional;
import org.millwright.yaml.YamlNode;

/**
 * Who is told how a run ended.
 *
 * @param metricsFile where the metrics stand a second time, such as in the folder of Prometheus' node exporter
 * @param command what is run when a run fails: a program and its arguments; empty for none
 * @param webhookVariable name of the environment variable with the address that is called when a run fails. The address is
 *     a secret: it stands in the environment, and never in a file of ours, a message or a log
 */
public record Monitoring(Optional<String> metricsFile, List<String> command, Optional<String> webhookVariable) {
    public static final Monitoring NONE = new Monitoring(Optional.empty(), List.of(), Optional.empty());

    private static final String VARIABLE = "[A-Za-z_][A-Za-z0-9_]*";

    static Monitoring read(YamlNode settings) {
        Optional<String> metricsFile = settings.optionalText("metrics-file");
        return settings.optional("on-failure")
                .map(node -> onFailure(node, metricsFile))
                .orElse(new Monitoring(metricsFile, List.of(), Optional.empty()));
    }

    private static Monitoring onFailure(YamlNode node, Optional<String> metricsFile) {
        List<String> command = node.list("command", YamlNode::scalar);
        Optional<String> variable = node.optionalText("webhook-variable");
        node.refuseOtherKeys();
        if (variable.filter(name -> !name.matches(VARIABLE)).isPresent()) {
            // What stands there may be the secret itself, and is not repeated.
            node.at("webhook-variable")
                    .problem(
                            "this is not the name of an environment variable",
                            "Write the name of the variable that holds the address, never the address itself");
        }
        if (variable.isEmpty() && command.isEmpty()) {
            node.problem("nobody is named here", "Write a command, a webhook-variable, or both");
        }
        return new Monitoring(metricsFile, command, variable);
    }
}
