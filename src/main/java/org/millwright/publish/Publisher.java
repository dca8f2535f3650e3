package org.millwright.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.millwright.contract.Definitions;
import org.millwright.contract.TableContract;
import org.millwright.error.Problems;
import org.millwright.lake.DeltaTables;
import org.millwright.lake.Lake;
import org.millwright.lake.Leftovers;
import org.millwright.lake.ReleaseInfo;
import org.millwright.lake.Releases;
import org.millwright.lake.TableVersion;

/**
 * Publishes a release: Parquet snapshots of the tables' newest versions, checked against their contracts, the manifest, and
 * last the pointer. Before the pointer moves nobody sees anything of it, afterwards everybody sees all of it.
 */
public final class Publisher {
    private final Lake lake;
    private final DeltaTables tables;
    private final Definitions definitions;

    public Publisher(Lake lake, DeltaTables tables, Definitions definitions) {
        this.lake = lake;
        this.tables = tables;
        this.definitions = definitions;
    }

    /**
     * Copies and checks the named tables, where nobody sees them yet; {@code draft} holds all that is known of the release
     * but its tables.
     */
    public ReleaseInfo prepare(ReleaseInfo draft, List<String> names) {
        Path staging = staging(draft);
        try {
            Files.createDirectories(staging);
            ReleaseInfo release = new ReleaseInfo(
                    draft.release(),
                    Instant.now().toString(),
                    draft.run(),
                    draft.asOf(),
                    draft.definitions(),
                    draft.definitionFiles(),
                    draft.methods(),
                    draft.inputs(),
                    stage(draft, names, staging),
                    draft.window());
            Lake.writeAtomically(staging.resolve("release.json"), release.json());
            return release;
        } catch (IOException failed) {
            throw Lake.storageFailed(staging, failed);
        }
    }

    /** Shows readers a release that has been prepared. */
    public void publish(ReleaseInfo prepared) {
        Path staging = staging(prepared);
        try {
            Files.move(staging, lake.releases().resolve(prepared.release()));
            new Releases(lake).pointTo(prepared.release());
        } catch (IOException failed) {
            throw Lake.storageFailed(staging, failed);
        }
    }

    private Path staging(ReleaseInfo release) {
        return lake.releases().resolve(Leftovers.STAGING + release.release());
    }

    /** Leaves tables where {@code query --run} finds them, after a run that publishes nothing. */
    public void leaveFindings(String run, List<String> names) {
        Path folder = lake.findings(run);
        try {
            Files.createDirectories(folder);
            for (String name : names) {
                TableContract contract = definitions.table(name);
                Snapshot.copy(contract, tables.newest(contract).orElseThrow(), folder);
            }
        } catch (IOException failed) {
            throw Lake.storageFailed(folder, failed);
        }
    }

    private List<ReleaseInfo.Table> stage(ReleaseInfo draft, List<String> names, Path staging) throws IOException {
        Problems problems = new Problems();
        List<ReleaseInfo.Table> staged = new ArrayList<>();
        try (ContractCheck check = new ContractCheck()) {
            for (String name : names) {
                TableContract contract = definitions.table(name);
                TableVersion version = tables.newest(contract).orElseThrow();
                List<ReleaseInfo.File> files = Snapshot.copy(contract, version, staging);
                long rows = check.check(contract, staging, problems);
                long number = draft.window().hasBounds() ? -1 : version.number();
                staged.add(new ReleaseInfo.Table(name, number, contract.version(), rows, files));
            }
        }
        problems.throwIfAny();
        return staged;
    }
}
