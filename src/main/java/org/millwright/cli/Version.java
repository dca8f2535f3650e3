package org.millwright.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of the program, which the build writes. */
final class Version implements IVersionProvider {
    private static final String FILE = "/millwright.properties";

    @Override
    public String[] getVersion() throws IOException {
        Properties properties = new Properties();
        try (InputStream file = Version.class.getResourceAsStream(FILE)) {
            properties.load(file);
        }
        return new String[] {"millwright " + properties.getProperty("version")};
    }
}
