package org.millwright.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The releases of a lake, and which of them readers see. */
public final class Releases {
    private static final Pattern ID = Pattern.compile("\\d{8}T\\d{9}Z");
    private static final String POINTER = "CURRENT";
    static final String MANIFEST = "release.json";

    private final Lake lake;

    public Releases(Lake lake) {
        this.lake = lake;
    }

    /** The release that readers see; empty before the first one. */
    public Optional<String> current() {
        Path pointer = lake.releases().resolve(POINTER);
        try {
            return Files.exists(pointer) ? Optional.of(Files.readString(pointer).strip()) : Optional.empty();
        } catch (IOException failed) {
            throw Lake.storageFailed(pointer, failed);
        }
    }

    /** The folder of a release; empty if there is no such release. A name that is no release's id leads nowhere. */
    public Optional<Path> folder(String release) {
        return place(release).filter(folder -> Files.exists(folder.resolve(MANIFEST)));
    }

    /** Where a release stands or would stand; empty if the name is no release's id. */
    Optional<Path> place(String release) {
        return Optional.of(release)
                .filter(id -> ID.matcher(id).matches())
                .map(id -> lake.releases().resolve(id));
    }

    /** The manifest of a release; empty if there is no such release. */
    public Optional<ReleaseInfo> manifest(String release) {
        return folder(release).map(folder -> Json.read(folder.resolve(MANIFEST), ReleaseInfo.class));
    }

    /** All releases, the oldest first. */
    public List<ReleaseInfo> all() {
        if (!Files.isDirectory(lake.releases())) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(lake.releases())) {
            return entries.map(entry -> entry.getFileName().toString())
                    .sorted()
                    .flatMap(id -> manifest(id).stream())
                    .toList();
        } catch (IOException failed) {
            throw Lake.storageFailed(lake.releases(), failed);
        }
    }

    /** Makes a complete release the one that readers see, in one step. */
    public void pointTo(String release) {
        Lake.writeAtomically(lake.releases().resolve(POINTER), release + "\n");
    }
}
