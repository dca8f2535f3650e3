package org.millwright.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.millwright.config.RunSettings;
import org.millwright.contract.DefinitionFiles;
import org.millwright.contract.Definitions;
import org.millwright.contract.SourceContract;
import org.millwright.error.Owner;
import org.millwright.error.Problem;
import org.millwright.error.Problems;
import org.millwright.ingest.Landing;
import org.millwright.lake.Lake;
import org.millwright.lake.Ledger;
import org.millwright.lake.ReleaseInfo;
import org.millwright.lake.Releases;
import org.millwright.lake.RunInfo;
import org.millwright.model.FileState;
import org.millwright.model.InputFile;

/**
 * What a run is going to do, known before Spark starts.
 *
 * @param landing where the files were found, which tells whether they are still the same
 * @param files all input files with their states
 * @param unusable what is wrong with the files of a source in landing, by its id: there is none, or one cannot be opened
 * @param checksum checksum of everything that decides the figures apart from the files
 */
record RunPlan(
        RunRequest request,
        Definitions definitions,
        List<SourceContract> contracts,
        Landing landing,
        List<LandedFile> files,
        Map<String, List<Problem>> unusable,
        Map<String, String> contractChecksums,
        Ledger ledger,
        String checksum) {

    /** Reads definitions, finds files, compares with the ledger; throws all problems of settings and definitions at once. */
    static RunPlan of(RunRequest request, Lake lake) {
        Problems problems = new Problems();
        RunSettings settings = request.settings();
        Definitions definitions = Definitions.read(request.definitions(), settings.scheme(), problems);
        List<SourceContract> contracts = SettingsCheck.contracts(settings, definitions, problems);
        problems.throwIfAny();
        return compare(request, Ledger.read(lake), definitions, contracts);
    }

    /** What landing holds: files, and by source what is wrong with them. */
    private record Found(Landing landing, List<InputFile> files, Map<String, List<Problem>> unusable) {
        /** Looks for the files of all sources; what is no fault of an agency ends the run. */
        static Found in(RunRequest request, Definitions definitions) {
            Problems problems = new Problems();
            Problems others = new Problems();
            Found found = new Found(new Landing(request.landing(), problems), new ArrayList<>(), new TreeMap<>());
            for (RunSettings.SourcePath source : request.settings().sources()) {
                int before = problems.all().size();
                SourceContract contract = definitions.sources().get(source.contract());
                found.files().addAll(found.landing().files(contract, source.path()));
                List<Problem> ofSource =
                        problems.all().subList(before, problems.all().size());
                ofSource.stream()
                        .filter(problem -> problem.code().owner() != Owner.INPUT)
                        .forEach(others::add);
                if (!ofSource.isEmpty()) {
                    found.unusable().put(source.contract(), List.copyOf(ofSource));
                }
            }
            others.throwIfAny();
            return found;
        }
    }

    private static RunPlan compare(
            RunRequest request, Ledger ledger, Definitions definitions, List<SourceContract> contracts) {
        Found found = Found.in(request, definitions);
        DefinitionFiles texts = request.definitions();
        Map<String, String> checksums = new TreeMap<>();
        contracts.forEach(contract -> checksums.put(contract.id(), texts.checksum(contract.path())));
        List<LandedFile> states = new LandedFile.Comparison(ledger, checksums)
                .of(found.files(), found.landing().incomplete());
        String checksum = texts.checksumWith(figuresDependOn(request));
        return new RunPlan(
                request,
                definitions,
                contracts,
                found.landing(),
                states,
                found.unusable(),
                checksums,
                ledger,
                checksum);
    }

    /** The same without the unread files of some sources, which stay unread: a later run tries them again. */
    RunPlan without(Set<String> sources) {
        List<LandedFile> rest = files.stream()
                .filter(landed -> !landed.state().isRead()
                        || !sources.contains(landed.file().source()))
                .toList();
        return new RunPlan(
                request, definitions, contracts, landing, rest, unusable, contractChecksums, ledger, checksum);
    }

    /** The files in landing that can be read, whether or not this run reads them. */
    List<InputFile> found() {
        return files.stream()
                .filter(landed -> landed.state().isThere())
                .map(LandedFile::file)
                .toList();
    }

    /** The files that this run reads: they are not in the tables yet, or were read under another contract. */
    List<InputFile> unread() {
        return files.stream()
                .filter(landed -> landed.state().isRead())
                .map(LandedFile::file)
                .toList();
    }

    /** Ends the run if a file that it reads is not what it was when the run began: part of it may have been read. */
    void refuseChangedFiles() {
        Problems changed = new Problems();
        landing.changed(unread()).forEach(changed::add);
        changed.throwIfAny();
    }

    /** What is known before anything is read. */
    Known known(Lake lake) {
        List<RunInfo.File> told = files.stream()
                .filter(landed -> landed.state() != FileState.KNOWN)
                .map(LandedFile::info)
                .toList();
        return new Known(List.of(), told, definitionsChanged(new Releases(lake)), request.window());
    }

    private List<String> definitionsChanged(Releases releases) {
        if (sameDefinitions()) {
            return List.of();
        }
        return releases.current()
                .flatMap(releases::manifest)
                .map(current -> current.definitionsOtherThan(definitionFiles()))
                .orElse(List.of());
    }

    /** Settings and definition files with their checksums. */
    List<ReleaseInfo.Definition> definitionFiles() {
        List<ReleaseInfo.Definition> files = new ArrayList<>();
        files.add(new ReleaseInfo.Definition("settings", DefinitionFiles.sha256(figuresDependOn(request))));
        request.definitions()
                .checksums()
                .forEach((path, sha256) -> files.add(new ReleaseInfo.Definition(path, sha256)));
        return files;
    }

    private static String figuresDependOn(RunRequest request) {
        return request.settings().figuresDependOn() + " " + request.asOf().orElse("latest");
    }

    /** Whether the current release already says all there is to say. */
    boolean nothingNew() {
        return unread().isEmpty() && sameDefinitions() && !request.force() && !request.backfills();
    }

    /** Whether settings and definitions are those of the current release. */
    boolean sameDefinitions() {
        return ledger.definitions().equals(checksum);
    }

    /** Changes with the definitions that make the series of a source. */
    String seriesChecksum(SourceContract contract) {
        return request.definitions().checksum(definitions.filesBehind(contract).toArray(String[]::new));
    }

    /**
     * Which observations this run writes anew, as a condition in SQL: those of the unread files, and of the files that they
     * replace. The source is part of it, since two contracts may read one file. Empty if there can be none, which saves a look
     * through all of them: no file is replaced, and the ledger says what the table holds.
     */
    Optional<String> replacedObservations() {
        List<InputFile> replaced = ledger.files().stream()
                .map(Ledger.Entry::file)
                .filter(this::isReplaced)
                .toList();
        if (replaced.isEmpty() && ledger.versions() != null) {
            return Optional.empty();
        }
        return Optional.of(Stream.concat(unread().stream(), replaced.stream())
                .map(file -> "(source = '" + file.source() + "' AND checksum = '" + file.sha256() + "')")
                .distinct()
                .sorted()
                .collect(Collectors.joining(" OR ")));
    }

    /**
     * Whether an unread file takes the place of one that was read: the same content under another contract, or a new
     * delivery under the same name and date, which no vintage can tell from the old one.
     */
    private boolean isReplaced(InputFile read) {
        return unread().stream()
                .filter(file -> file.source().equals(read.source()))
                .anyMatch(file -> file.sha256().equals(read.sha256())
                        || (file.path().equals(read.path())
                                && file.vintage().equals(read.vintage())
                                && !file.vintage().isEmpty()));
    }

    /** The ledger once the unread files have been read by this run. */
    Ledger ledgerAfter(String run) {
        List<Ledger.Entry> entries = new ArrayList<>(ledger.files());
        entries.removeIf(entry -> isReplaced(entry.file()));
        unread().forEach(file -> entries.add(new Ledger.Entry(file, contractChecksums.get(file.source()), run)));
        return new Ledger(List.copyOf(entries), checksum, run, ledger.versions());
    }
}
