package org.millwright.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.millwright.error.MillwrightException;

/** The demonstration data: statistics of a country that does not exist, in four formats as agencies publish them. */
public final class Demonstration {
    /** Rises whenever the same seed gives other files. */
    private static final int EDITION = 2;

    private static final String FOLDER_PROPERTY = "millwright.demonstration";

    private final long seed;
    private final Extent extent;

    private Demonstration(long seed, Extent extent) {
        this.seed = seed;
        this.extent = extent;
    }

    /**
     * Writes the data into a folder that is new, empty, or holds an earlier demonstration, which it replaces.
     *
     * @return the files, in the order of their names
     * @throws MillwrightException if the folder holds anything else, or cannot be written
     */
    public static List<Path> write(Path output, long seed, Extent extent) {
        Demonstration demonstration = new Demonstration(seed, extent);
        return new OutputFolder(output).replace(demonstration.edition(), demonstration::files);
    }

    /**
     * The folder of the bundled demonstration, written on first use and again after a change of the program.
     *
     * @return system property {@code millwright.demonstration}, or a folder of the user among the temporary files
     */
    public static Path bundled(long seed) {
        String ofUser =
                System.getProperty("java.io.tmpdir") + "/millwright-demonstration-" + System.getProperty("user.name");
        OutputFolder folder = new OutputFolder(Path.of(System.getProperty(FOLDER_PROPERTY, ofUser)));
        Demonstration demonstration = new Demonstration(seed, Extent.DEFAULT);
        if (!folder.holds(demonstration.edition())) {
            folder.replace(demonstration.edition(), demonstration::files);
        }
        return folder.path();
    }

    private String edition() {
        String program = Objects.requireNonNullElse(getClass().getPackage().getImplementationVersion(), "development");
        return String.format(
                "edition %d (%s), size %s, seed %d",
                EDITION, program, extent.name().toLowerCase(Locale.ROOT), seed);
    }

    private void files(Path folder) throws IOException {
        Country country = new Country(seed, extent);
        new RegisterFiles(country).write(folder);
        new FinanceFiles(country).write(folder);
        new SurveyFiles(country).write(folder);
        new YearbookFile(country).write(folder);
    }
}
