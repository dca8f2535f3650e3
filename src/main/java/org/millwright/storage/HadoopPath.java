package org.millwright.storage;

import java.net.URI;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A path of a Hadoop file system. An absolute one reads as an address, which Spark and Delta understand. */
final class HadoopPath implements Path {
    private static final String SEPARATOR = "/";

    private final HadoopFileSystem system;
    private final boolean absolute;
    private final List<String> names;

    private HadoopPath(HadoopFileSystem system, boolean absolute, List<String> names) {
        this.system = system;
        this.absolute = absolute;
        this.names = List.copyOf(names);
    }

    /** A path by its text within the file system, or by its whole address. */
    static HadoopPath of(HadoopFileSystem system, String text) {
        String inside = text.startsWith(system.address())
                ? text.substring(system.address().length())
                : text;
        List<String> names = Stream.of(inside.split(SEPARATOR))
                .filter(name -> !name.isEmpty())
                .toList();
        return new HadoopPath(system, inside.startsWith(SEPARATOR), names);
    }

    private HadoopPath with(boolean isAbsolute, List<String> others) {
        return new HadoopPath(system, isAbsolute, others);
    }

    /** The same, as Hadoop calls it. */
    org.apache.hadoop.fs.Path hadoop() {
        return new org.apache.hadoop.fs.Path(toAbsolutePath().toString());
    }

    @Override
    public HadoopFileSystem getFileSystem() {
        return system;
    }

    @Override
    public boolean isAbsolute() {
        return absolute;
    }

    @Override
    public Path getRoot() {
        return absolute ? with(true, List.of()) : null;
    }

    @Override
    public Path getFileName() {
        return names.isEmpty() ? null : getName(names.size() - 1);
    }

    @Override
    public Path getParent() {
        boolean hasParent = names.size() > 1 || (absolute && names.size() == 1);
        return hasParent ? with(absolute, names.subList(0, names.size() - 1)) : null;
    }

    @Override
    public int getNameCount() {
        return names.size();
    }

    @Override
    public Path getName(int index) {
        return subpath(index, index + 1);
    }

    @Override
    public Path subpath(int begin, int end) {
        return with(false, names.subList(begin, end));
    }

    @Override
    public boolean startsWith(Path other) {
        return other instanceof HadoopPath path
                && path.system.equals(system)
                && path.absolute == absolute
                && path.names.size() <= names.size()
                && names.subList(0, path.names.size()).equals(path.names);
    }

    @Override
    public boolean endsWith(Path other) {
        List<String> ends = of(system, other.toString()).names;
        return !other.isAbsolute()
                && ends.size() <= names.size()
                && names.subList(names.size() - ends.size(), names.size()).equals(ends);
    }

    @Override
    public Path normalize() {
        List<String> kept = new ArrayList<>();
        for (String name : names) {
            boolean up = name.equals("..");
            boolean canGoUp = !kept.isEmpty() && !kept.get(kept.size() - 1).equals("..");
            if (up && canGoUp) {
                kept.remove(kept.size() - 1);
            } else if (!name.equals(".") && !(up && absolute)) {
                kept.add(name);
            }
        }
        return with(absolute, kept);
    }

    @Override
    public Path resolve(Path other) {
        if (other.isAbsolute()) {
            return other;
        }
        List<String> added = of(system, other.toString()).names;
        return with(absolute, Stream.concat(names.stream(), added.stream()).toList());
    }

    @Override
    public Path relativize(Path other) {
        HadoopPath path = of(system, other.toString());
        int shared = (int) IntStream.range(0, Math.min(names.size(), path.names.size()))
                .takeWhile(place -> names.get(place).equals(path.names.get(place)))
                .count();
        Stream<String> up = IntStream.range(shared, names.size()).mapToObj(place -> "..");
        Stream<String> down = path.names.subList(shared, path.names.size()).stream();
        return with(false, Stream.concat(up, down).toList());
    }

    @Override
    public URI toUri() {
        return hadoop().toUri();
    }

    @Override
    public Path toAbsolutePath() {
        return with(true, names);
    }

    @Override
    public Path toRealPath(LinkOption... options) {
        return toAbsolutePath().normalize();
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException("Hadoop does not tell of changes");
    }

    @Override
    public int compareTo(Path other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HadoopPath path
                && path.system.equals(system)
                && path.absolute == absolute
                && path.names.equals(names);
    }

    @Override
    public int hashCode() {
        return Objects.hash(system, absolute, names);
    }

    @Override
    public String toString() {
        String inside = String.join(SEPARATOR, names);
        return absolute ? system.address() + SEPARATOR + inside : inside;
    }
}
