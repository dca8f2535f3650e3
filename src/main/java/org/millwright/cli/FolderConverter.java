package org.millwright.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.millwright.error.ErrorCode;
import org.millwright.error.MillwrightException;
import org.millwright.error.Problem;
import org.millwright.storage.Folders;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The folder of a lake, here or on a file system that Hadoop knows. */
final class FolderConverter implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
        try {
            return Folders.of(text);
        } catch (InvalidPathException unknown) {
            throw new TypeConversionException("'" + text + "' is no folder: " + unknown.getReason());
        }
    }

    /** The folder that the settings name. */
    static Path folder(String setting) {
        try {
            return Folders.of(setting);
        } catch (InvalidPathException unknown) {
            throw new MillwrightException(
                    new Problem(
                            ErrorCode.SETTINGS_INVALID,
                            "settings",
                            "the lake '" + setting + "' is no folder: " + unknown.getReason(),
                            "Write a path, or an address such as hdfs://namenode:8020/lake"),
                    unknown);
        }
    }
}
