package org.millwright.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The log of a Delta table from its first version on, to tell which data files a set of versions needs. It is replayed in one pass,
 * where a snapshot for each version would be read anew.
 *
 * @param commits the files of the log, one for each version from 0
 */
record TableLog(List<Path> commits) {
    private static final String COMMIT = "\\d{20}\\.json";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The log of the table in a folder; empty where its first versions are no longer there. */
    static Optional<TableLog> complete(Path table) throws IOException {
        Path folder = table.resolve("_delta_log");
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> commits = files.filter(
                            file -> file.getFileName().toString().matches(COMMIT))
                    .sorted()
                    .toList();
            boolean complete = !commits.isEmpty() && version(commits.get(commits.size() - 1)) == commits.size() - 1;
            return complete ? Optional.of(new TableLog(commits)) : Optional.empty();
        }
    }

    private static long version(Path commit) {
        return Long.parseLong(commit.getFileName().toString().replace(".json", ""));
    }

    /** The names of the data files that the log knows and that neither these versions nor the newest one need. */
    Set<String> unneeded(Set<Long> versions) throws IOException {
        Set<String> known = new TreeSet<>();
        Set<String> needed = new HashSet<>();
        Set<String> live = new HashSet<>();
        for (Path commit : commits) {
            for (String line : Files.readAllLines(commit)) {
                JsonNode action = MAPPER.readTree(line);
                if (action.has("add")) {
                    live.add(name(action.get("add")));
                } else if (action.has("remove")) {
                    live.remove(name(action.get("remove")));
                }
            }
            known.addAll(live);
            if (versions.contains(version(commit))) {
                needed.addAll(live);
            }
        }
        needed.addAll(live);
        known.removeAll(needed);
        return known;
    }

    private static String name(JsonNode file) {
        return URLDecoder.decode(file.get("path").asText().replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
