package org.millwright.storage;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;

/** One file system that Hadoop knows, such as that of a name node. Hadoop keeps its connection until the process ends. */
final class HadoopFileSystem extends FileSystem {
    private final String address;
    private final org.apache.hadoop.fs.FileSystem files;
    private final FileContext context;

    private HadoopFileSystem(String address, org.apache.hadoop.fs.FileSystem files, FileContext context) {
        this.address = address;
        this.files = files;
        this.context = context;
    }

    /** The file system of an address, by the configuration of Hadoop on the class path ({@code core-site.xml}). */
    static HadoopFileSystem of(URI address) throws IOException {
        Configuration configuration = new Configuration();
        org.apache.hadoop.fs.FileSystem files = org.apache.hadoop.fs.FileSystem.get(address, configuration);
        String authority = address.getRawAuthority() == null ? "" : "//" + address.getRawAuthority();
        return new HadoopFileSystem(
                address.getScheme() + ":" + authority, files, FileContext.getFileContext(address, configuration));
    }

    /** How all absolute paths begin, without a slash at the end. */
    String address() {
        return address;
    }

    org.apache.hadoop.fs.FileSystem files() {
        return files;
    }

    /** Renames, unlike the file system itself, in one step also where something is replaced. */
    FileContext context() {
        return context;
    }

    @Override
    public HadoopFiles provider() {
        return HadoopFiles.ALL;
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("Hadoop closes it when the process ends");
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String getSeparator() {
        return "/";
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return List.of(HadoopPath.of(this, "/"));
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return List.of();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return Set.of("basic");
    }

    @Override
    public Path getPath(String first, String... more) {
        return HadoopPath.of(this, more.length == 0 ? first : first + "/" + String.join("/", more));
    }

    @Override
    public PathMatcher getPathMatcher(String syntaxAndPattern) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher(syntaxAndPattern);
        return path -> matcher.matches(Path.of(path.toString()));
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        throw new UnsupportedOperationException("owners are not looked at");
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException("Hadoop does not tell of changes");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HadoopFileSystem system && system.address.equals(address);
    }

    @Override
    public int hashCode() {
        return address.hashCode();
    }
}
