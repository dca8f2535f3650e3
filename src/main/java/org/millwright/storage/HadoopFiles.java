package org.millwright.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.PathIsNotEmptyDirectoryException;

/** The calls of Java on files, by those of Hadoop. A file that is created new is so in one step, and so is a rename. */
final class HadoopFiles extends FileSystemProvider {
    /** One for all, so that Java knows two paths to be of one kind, and renames one to the other. */
    static final HadoopFiles ALL = new HadoopFiles();

    private HadoopFiles() {}

    /** What to do with a file of Hadoop. */
    @FunctionalInterface
    private interface Call<T> {
        T run(HadoopPath path) throws IOException;
    }

    private static HadoopPath hadoop(Path path) {
        return (HadoopPath) path;
    }

    /** Calls Hadoop, and says what went wrong in the words of Java. */
    private static <T> T call(Path path, Call<T> call) throws IOException {
        try {
            return call.run(hadoop(path));
        } catch (FileNotFoundException absent) {
            throw because(new NoSuchFileException(path.toString()), absent);
        } catch (org.apache.hadoop.fs.FileAlreadyExistsException there) {
            throw because(new FileAlreadyExistsException(path.toString()), there);
        } catch (PathIsNotEmptyDirectoryException full) {
            throw because(new DirectoryNotEmptyException(path.toString()), full);
        }
    }

    private static IOException because(IOException told, IOException cause) {
        told.initCause(cause);
        return told;
    }

    private static FileStatus status(Path path) throws IOException {
        return call(path, file -> file.getFileSystem().files().getFileStatus(file.hadoop()));
    }

    @Override
    public String getScheme() {
        return "hadoop";
    }

    @Override
    public HadoopFileSystem newFileSystem(URI address, Map<String, ?> environment) throws IOException {
        return HadoopFileSystem.of(address);
    }

    @Override
    public HadoopFileSystem getFileSystem(URI address) {
        try {
            return HadoopFileSystem.of(address);
        } catch (IOException failed) {
            throw new IllegalArgumentException(failed.getMessage(), failed);
        }
    }

    @Override
    public HadoopPath getPath(URI address) {
        return HadoopPath.of(getFileSystem(address), address.getPath());
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        if (options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND)) {
            throw new UnsupportedOperationException("files are written as streams");
        }
        return call(
                path,
                file -> new ReadChannel(
                        file.getFileSystem().files().open(file.hadoop()),
                        status(file).getLen()));
    }

    @Override
    public InputStream newInputStream(Path path, OpenOption... options) throws IOException {
        return call(path, file -> file.getFileSystem().files().open(file.hadoop()));
    }

    @Override
    public OutputStream newOutputStream(Path path, OpenOption... options) throws IOException {
        boolean replace = !Arrays.asList(options).contains(StandardOpenOption.CREATE_NEW);
        return call(path, file -> file.getFileSystem().files().create(file.hadoop(), replace));
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        List<Path> entries = new ArrayList<>();
        for (FileStatus entry :
                call(folder, path -> path.getFileSystem().files().listStatus(path.hadoop()))) {
            Path path = folder.resolve(entry.getPath().getName());
            if (filter.accept(path)) {
                entries.add(path);
            }
        }
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return entries.iterator();
            }

            @Override
            public void close() {
                // All entries have been read.
            }
        };
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        call(folder, path -> {
            if (path.getFileSystem().files().exists(path.hadoop())) {
                throw new FileAlreadyExistsException(path.toString());
            }
            return path.getFileSystem().files().mkdirs(path.hadoop());
        });
    }

    @Override
    public void delete(Path path) throws IOException {
        boolean deleted = call(path, file -> file.getFileSystem().files().delete(file.hadoop(), false));
        if (!deleted) {
            throw new NoSuchFileException(path.toString());
        }
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        boolean replace = Arrays.asList(options).contains(StandardCopyOption.REPLACE_EXISTING);
        OpenOption how = replace ? StandardOpenOption.CREATE : StandardOpenOption.CREATE_NEW;
        try (InputStream in = newInputStream(source);
                OutputStream out = newOutputStream(target, how)) {
            in.transferTo(out);
        }
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        boolean replace = Arrays.asList(options).contains(StandardCopyOption.REPLACE_EXISTING);
        call(source, path -> {
            Rename how = replace ? Rename.OVERWRITE : Rename.NONE;
            path.getFileSystem().context().rename(path.hadoop(), hadoop(target).hadoop(), how);
            return target;
        });
    }

    @Override
    public boolean isSameFile(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    @Override
    public boolean isHidden(Path path) {
        return path.getFileName() != null && path.getFileName().toString().startsWith(".");
    }

    @Override
    public FileStore getFileStore(Path path) {
        throw new UnsupportedOperationException("space is not looked at");
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        status(path);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        return type == BasicFileAttributeView.class ? type.cast(new Attributes(path)) : null;
    }

    /** The times of a file can be set, as a heartbeat. */
    private record Attributes(Path path) implements BasicFileAttributeView {
        @Override
        public String name() {
            return "basic";
        }

        @Override
        public BasicFileAttributes readAttributes() throws IOException {
            return new HadoopAttributes(status(path));
        }

        @Override
        public void setTimes(FileTime modified, FileTime accessed, FileTime created) throws IOException {
            call(path, file -> {
                file.getFileSystem().files().setTimes(file.hadoop(), millis(modified), millis(accessed));
                return path;
            });
        }

        private static long millis(FileTime time) {
            return time == null ? -1 : time.toMillis();
        }
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return type.cast(new HadoopAttributes(status(path)));
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) {
        throw new UnsupportedOperationException("attributes are read by their type");
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) {
        throw new UnsupportedOperationException("attributes are set by their view");
    }
}
