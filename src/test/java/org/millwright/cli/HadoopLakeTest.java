package org.millwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.storage.Folders;
import org.millwright.storage.LocalCopy;

/** A lake on HDFS, with a name node and a data node of its own: every command finds there what it would find in a local folder. */
class HadoopLakeTest {
    private static final Path EXAMPLES = Path.of("docs/examples");

    @TempDir
    private static Path folder;

    private static MiniDFSCluster cluster;
    private static String lake;

    @BeforeAll
    static void start() throws IOException {
        Configuration configuration = new Configuration();
        configuration.set(
                MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("hdfs").toString());
        cluster = new MiniDFSCluster.Builder(configuration).numDataNodes(1).build();
        lake = cluster.getURI() + "/lake";
    }

    @AfterAll
    static void stop() {
        cluster.shutdown(true);
    }

    private static Typed run(String where) {
        return Typed.line(
                "run",
                "--config",
                EXAMPLES.resolve("settings.yaml").toString(),
                "--definitions",
                EXAMPLES.resolve("definitions").toString(),
                "--landing",
                EXAMPLES.resolve("landing").toString(),
                "--lake",
                where);
    }

    private static Path release(Path ofLake) throws IOException {
        Path releases = ofLake.resolve("releases");
        return releases.resolve(Files.readString(releases.resolve("CURRENT")).strip());
    }

    private static List<String> entries(Path path) throws IOException {
        try (Stream<Path> below = Files.list(path)) {
            return below.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void releaseOnHdfsIsTheOneOfALocalLake() throws Exception {
        String local = folder.resolve("lake").toString();
        assertThat(run(local).exitCode()).isZero();
        Typed there = run(lake);
        assertThat(there.exitCode()).as(there.err()).isZero();
        Path remote = Folders.of(lake);
        try (LocalCopy copy = LocalCopy.of(release(remote))) {
            assertThat(SameFigures.assertSame(release(Path.of(local)), copy.path()))
                    .isEqualTo(20);
        }
        assertThat(entries(remote)).doesNotContain("lock").containsAll(List.of("ledger.json", "releases", "run.json"));

        assertThat(run(lake).err()).contains("Nothing new");
        assertThat(Typed.line("status", "--lake", lake).out()).contains("published");
        assertThat(Typed.line(
                                "query",
                                "--lake",
                                lake,
                                "--format",
                                "csv",
                                "SELECT count(*) AS rows FROM industry_measures")
                        .out())
                .isEqualTo(Typed.line(
                                "query",
                                "--lake",
                                local,
                                "--format",
                                "csv",
                                "SELECT count(*) AS rows FROM industry_measures")
                        .out())
                .startsWith("rows");
    }
}
