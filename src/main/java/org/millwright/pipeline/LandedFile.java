package org.millwright.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.millwright.lake.Ledger;
import org.millwright.lake.RunInfo;
import org.millwright.model.FileState;
import org.millwright.model.InputFile;

/** A file of landing, or one that was there, and how it stands to what the tables hold. */
record LandedFile(InputFile file, FileState state) {

    /** Compares the files in landing with those that were read. */
    record Comparison(Ledger ledger, Map<String, String> contractChecksums) {

        /**
         * All files with their states: those of landing, in the order of source, date and path, then those that left it.
         *
         * @param found files that can be read
         * @param incomplete files that wait for their end marker
         */
        List<LandedFile> of(List<InputFile> found, List<InputFile> incomplete) {
            List<LandedFile> files = new ArrayList<>();
            // Of several files of one content the earliest counts: its figures were known since then.
            Set<List<String>> read = new HashSet<>();
            found.stream()
                    .sorted(Comparator.comparing(InputFile::source)
                            .thenComparing(InputFile::vintage)
                            .thenComparing(InputFile::path))
                    .forEach(file -> files.add(new LandedFile(file, state(file, read))));
            incomplete.forEach(file -> files.add(new LandedFile(file, FileState.INCOMPLETE)));
            files.addAll(removed(files));
            return List.copyOf(files);
        }

        private FileState state(InputFile file, Set<List<String>> read) {
            List<InputFile> before = entries(file.source())
                    .map(Ledger.Entry::file)
                    .filter(entry -> entry.sha256().equals(file.sha256()))
                    .toList();
            if (ledger.knows(file, contractChecksums.get(file.source()))) {
                return before.stream().anyMatch(entry -> isNamedLike(entry, file))
                        ? FileState.KNOWN
                        : FileState.SAME_CONTENT;
            }
            if (!read.add(content(file))) {
                return FileState.SAME_CONTENT;
            }
            if (!before.isEmpty()) {
                return FileState.READ_AGAIN;
            }
            boolean samePath =
                    entries(file.source()).anyMatch(entry -> entry.file().path().equals(file.path()));
            return samePath ? FileState.CHANGED : FileState.NEW;
        }

        /** What was read of these sources and is not in landing any more, neither its path nor its content. */
        private List<LandedFile> removed(List<LandedFile> present) {
            Set<String> paths =
                    present.stream().map(landed -> landed.file().path()).collect(Collectors.toSet());
            Set<List<String>> contents =
                    present.stream().map(landed -> content(landed.file())).collect(Collectors.toSet());
            return ledger.files().stream()
                    .map(Ledger.Entry::file)
                    .filter(file -> contractChecksums.containsKey(file.source()))
                    .filter(file -> !paths.contains(file.path()) && !contents.contains(content(file)))
                    .map(file -> new LandedFile(file, FileState.REMOVED))
                    .toList();
        }

        private Stream<Ledger.Entry> entries(String source) {
            return ledger.files().stream().filter(entry -> entry.file().source().equals(source));
        }

        private static List<String> content(InputFile file) {
            return List.of(file.source(), file.sha256());
        }

        /** A landing folder may move, and a file within it: its name stays. */
        private static boolean isNamedLike(InputFile entry, InputFile file) {
            return entry.path().equals(file.path()) || entry.name().equals(file.name());
        }
    }

    /** The file in the record of a run. */
    RunInfo.File info() {
        return new RunInfo.File(file.name(), file.source(), state.text(), file.size(), file.sha256(), file.vintage());
    }
}
