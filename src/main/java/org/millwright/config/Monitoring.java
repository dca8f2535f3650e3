package org.millwright.config;

import java.util.List;
import java.util.Optional;
import org.millwright.yaml.YamlNode;

/**
 * Who is told how a run ended. Addresses are secrets: they stand in the environment, and never in a file of ours, a message or a
 * log.
 *
 * @param metricsFile where the metrics stand a second time, such as in the folder of Prometheus' node exporter
 * @param command what is run when a run fails: a program and its arguments; empty for none
 * @param webhookVariable name of the environment variable with the address that is called when a run fails
 * @param lineage the catalogue of data that is told of every run
 */
public record Monitoring(
        Optional<String> metricsFile,
        List<String> command,
        Optional<String> webhookVariable,
        Optional<Lineage> lineage) {
    public static final Monitoring NONE =
            new Monitoring(Optional.empty(), List.of(), Optional.empty(), Optional.empty());

    private static final String DEFAULT_NAMESPACE = "millwright";
    private static final String VARIABLE = "[A-Za-z_][A-Za-z0-9_]*";

    /**
     * A catalogue of data that understands OpenLineage.
     *
     * @param variable name of the environment variable with its address
     * @param namespace of the job, as the catalogue shall show it
     */
    public record Lineage(String variable, String namespace) {}

    static Monitoring read(YamlNode settings) {
        Optional<String> metricsFile = settings.optionalText("metrics-file");
        Optional<Lineage> lineage = settings.optional("lineage").map(Monitoring::lineage);
        return settings.optional("on-failure")
                .map(node -> onFailure(node, metricsFile, lineage))
                .orElse(new Monitoring(metricsFile, List.of(), Optional.empty(), lineage));
    }

    private static Lineage lineage(YamlNode node) {
        Lineage lineage = new Lineage(node.text("address-variable"), node.text("namespace", DEFAULT_NAMESPACE));
        node.refuseOtherKeys();
        requireVariable(node, "address-variable", lineage.variable());
        return lineage;
    }

    /** What stands there instead may be the secret itself, and is not repeated. */
    private static void requireVariable(YamlNode node, String key, String name) {
        if (!name.matches(VARIABLE)) {
            node.at(key)
                    .problem(
                            "this is not the name of an environment variable",
                            "Write the name of the variable that holds the address, never the address itself");
        }
    }

    private static Monitoring onFailure(YamlNode node, Optional<String> metricsFile, Optional<Lineage> lineage) {
        List<String> command = node.list("command", YamlNode::scalar);
        Optional<String> variable = node.optionalText("webhook-variable");
        node.refuseOtherKeys();
        variable.ifPresent(name -> requireVariable(node, "webhook-variable", name));
        if (variable.isEmpty() && command.isEmpty()) {
            node.problem("nobody is named here", "Write a command, a webhook-variable, or both");
        }
        return new Monitoring(metricsFile, command, variable, lineage);
    }
}
