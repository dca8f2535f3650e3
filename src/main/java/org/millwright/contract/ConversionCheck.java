package org.millwright.contract;

import java.util.List;
import org.millwright.error.ErrorCode;
import org.millwright.error.Problems;
import org.millwright.yaml.NearestName;

/** Whether the figures of a source can be converted to the classification that its contract wants. */
final class ConversionCheck {
    private final SourceContract source;
    private final Activity activity;
    private final Definitions definitions;
    private final Problems problems;

    ConversionCheck(SourceContract source, Definitions definitions, Problems problems) {
        this.source = source;
        this.activity = source.keys().activity();
        this.definitions = definitions;
        this.problems = problems;
    }

    void run() {
        activity.convertTo().ifPresent(target -> {
            Concordance targets = definitions.concordances().get(target);
            Concordance sources = definitions.concordance(source);
            if (targets == null) {
                add(
                        "there is no classification '" + target + "' to convert to",
                        NearestName.suggestion(
                                target, definitions.concordances().keySet()));
            } else if (definitions.correspondence(source).isEmpty()) {
                String name = Correspondence.name(activity.classification(), target);
                add("there is no correspondence '" + name + "'", "Write it as industries/" + name + ".csv");
            } else if (sources != null) {
                links(definitions.correspondence(source).orElseThrow(), sources, targets);
            }
        });
    }

    /** Every code that is summed must be linked, and every link lead to a known code. */
    private void links(Correspondence correspondence, Concordance sources, Concordance targets) {
        List<String> unknown = correspondence.links().stream()
                .map(Correspondence.Link::to)
                .distinct()
                .filter(code -> targets.listedPrefix(code).isEmpty())
                .toList();
        if (!unknown.isEmpty()) {
            add(
                    "the correspondence leads to codes that " + targets.classification() + " does not know: "
                            + String.join(", ", unknown),
                    "Correct them, or add them to industries/" + targets.classification() + ".csv");
        }
        List<String> unlinked = sources.parts().stream()
                .filter(code -> !correspondence.covers(code))
                .toList();
        if (!unlinked.isEmpty()) {
            add(
                    "the correspondence to " + targets.classification() + " has no row for the codes "
                            + String.join(", ", unlinked),
                    "Add them, or their figures are lost");
        }
    }

    private void add(String what, String remedy) {
        problems.add(ErrorCode.DEFINITION_INVALID, source.file(), what, remedy);
    }
}
