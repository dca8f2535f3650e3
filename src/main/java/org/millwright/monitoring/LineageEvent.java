package org.millwright.monitoring;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.millwright.lake.Ledger;
import org.millwright.lake.ReleaseInfo;
import org.millwright.lake.RunInfo;

/**
 * A run as an event of OpenLineage: the files that its figures were made of, and the tables that it published. A run that published
 * nothing has neither.
 *
 * @param lake the folder of the lake
 * @param namespace of the job
 * @see <a href="https://openlineage.io/spec/2-0-2/OpenLineage.json">The schema of events</a>
 */
record LineageEvent(RunInfo run, String lake, String namespace) {
    private static final String PRODUCER = "urn:millwright";
    private static final String SCHEMAS = "https://openlineage.io/spec/";
    private static final String FILES = "file";

    String start() {
        return event("START", run.startedAt()).toPrettyString();
    }

    /** @param files those behind the release that the run published */
    String end(List<Ledger.Entry> files, List<ReleaseInfo.Table> published) {
        ObjectNode event = event(type(), run.endedAt());
        ArrayNode inputs = event.putArray("inputs");
        files.forEach(entry -> inputs.add(dataset(entry.file().path())));
        ArrayNode outputs = event.putArray("outputs");
        published.forEach(table -> outputs.add(output(table)));
        if (!run.problems().isEmpty()) {
            ObjectNode facets = ((ObjectNode) event.get("run")).putObject("facets");
            facet(facets, "errorMessage", "facets/1-0-1/ErrorMessageRunFacet.json")
                    .put("message", String.join("\n", run.problems()))
                    .put("programmingLanguage", "Java");
        }
        return event.toPrettyString();
    }

    private String type() {
        return switch (run.outcome()) {
            case "published", "nothing-new", "rolled-back", "backfilled" -> "COMPLETE";
            case "stopped", "killed" -> "ABORT";
            default -> "FAIL";
        };
    }

    private ObjectNode event(String type, String time) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("eventType", type).put("eventTime", time).put("producer", PRODUCER);
        event.put("schemaURL", SCHEMAS + "2-0-2/OpenLineage.json#/$defs/RunEvent");
        // OpenLineage asks for a UUID; that of a run is always the same.
        String id = lake + '/' + run.run();
        event.putObject("run")
                .put(
                        "runId",
                        UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8))
                                .toString());
        ObjectNode job = event.putObject("job").put("namespace", namespace).put("name", "millwright run");
        facet(job.putObject("facets"), "jobType", "facets/2-0-3/JobTypeJobFacet.json")
                .put("processingType", "BATCH")
                .put("integration", "MILLWRIGHT")
                .put("jobType", "JOB");
        return event;
    }

    private static ObjectNode dataset(String path) {
        return JsonNodeFactory.instance.objectNode().put("namespace", FILES).put("name", path);
    }

    private ObjectNode output(ReleaseInfo.Table table) {
        ObjectNode output = dataset(lake + "/tables/" + table.name());
        facet(output.putObject("facets"), "version", "facets/1-0-1/DatasetVersionDatasetFacet.json")
                .put("datasetVersion", String.valueOf(table.deltaVersion()));
        facet(
                        output.putObject("outputFacets"),
                        "outputStatistics",
                        "facets/1-0-2/OutputStatisticsOutputDatasetFacet.json")
                .put("rowCount", table.rows())
                .put(
                        "size",
                        table.files().stream().mapToLong(ReleaseInfo.File::size).sum());
        return output;
    }

    private static ObjectNode facet(ObjectNode facets, String name, String schema) {
        return facets.putObject(name).put("_producer", PRODUCER).put("_schemaURL", SCHEMAS + schema);
    }
}
