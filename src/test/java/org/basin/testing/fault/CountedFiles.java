package org.basin.testing.fault;

import java.io.FileNotFoundException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FilterFileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;
import org.basin.engine.storage.LocalFiles;

/** The local file system without checksum files, with its changes counted. */
final class CountedFiles extends FilterFileSystem {

  /** Files that cannot be opened. */
  static final Set<String> DENIED = ConcurrentHashMap.newKeySet();

  CountedFiles() {
    super(new LocalFiles.Raw());
  }

  private static String name(Path path) {
    return path.toUri().getPath();
  }

  /** Counts the creation of a file and, later, its end. */
  private static FSDataOutputStream written(
      Change change, Path file, Countdown.Making<FSDataOutputStream> making) throws IOException {
    return new FSDataOutputStream(
        new Counted(Countdown.make(change, name(file), making), name(file)), null);
  }

  /** A stream whose end is a change: with it, the bytes that it still holds reach the file. */
  private static final class Counted extends FilterOutputStream {

    private final String name;
    private boolean isClosed;

    Counted(FSDataOutputStream out, String name) {
      super(out);
      this.name = name;
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      out.write(bytes, from, count);
    }

    @Override
    public void close() throws IOException {
      if (isClosed) {
        return;
      }
      isClosed = true;
      String unused =
          Countdown.make(
              Change.CLOSE,
              name,
              () -> {
                out.close();
                return name;
              });
    }
  }

  @Override
  public FSDataInputStream open(Path file, int buffer) throws IOException {
    // A link on the way is followed, as the system does.
    if (!DENIED.isEmpty() && DENIED.stream().anyMatch(denied -> isSame(denied, name(file)))) {
      throw new FileNotFoundException(name(file) + " (Permission denied)"); // Java's own words.
    }
    return super.open(file, buffer);
  }

  private static boolean isSame(String denied, String opened) {
    try {
      return Files.isSameFile(java.nio.file.Path.of(denied), java.nio.file.Path.of(opened));
    } catch (IOException e) {
      return false; // One of them is not there.
    }
  }

  @Override
  public FSDataOutputStream create(
      Path file,
      FsPermission permission,
      boolean overwrite,
      int buffer,
      short replication,
      long block,
      Progressable progress)
      throws IOException {
    return written(
        Change.CREATE,
        file,
        () -> super.create(file, permission, overwrite, buffer, replication, block, progress));
  }

  @Override
  public FSDataOutputStream create(
      Path file,
      FsPermission permission,
      EnumSet<CreateFlag> flags,
      int buffer,
      short replication,
      long block,
      Progressable progress,
      Options.ChecksumOpt sums)
      throws IOException {
    return written(
        Change.CREATE,
        file,
        () -> super.create(file, permission, flags, buffer, replication, block, progress, sums));
  }

  @Override
  public FSDataOutputStream createNonRecursive(
      Path file,
      FsPermission permission,
      EnumSet<CreateFlag> flags,
      int buffer,
      short replication,
      long block,
      Progressable progress)
      throws IOException {
    return written(
        Change.CREATE,
        file,
        () ->
            super.createNonRecursive(
                file, permission, flags, buffer, replication, block, progress));
  }

  /** Nothing that Basin or Spark does to a sweep's folder comes this way; it would not count. */
  @Override
  public FSDataOutputStreamBuilder<?, ?> createFile(Path file) {
    throw new UnsupportedOperationException("createFile " + file);
  }

  @Override
  public FSDataOutputStream append(Path file, int buffer, Progressable progress)
      throws IOException {
    return written(Change.APPEND, file, () -> super.append(file, buffer, progress));
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    return Countdown.ask(Change.RENAME, name(to), () -> super.rename(from, to));
  }

  @Override
  public boolean delete(Path path, boolean recursive) throws IOException {
    return Countdown.ask(Change.DELETE, name(path), () -> super.delete(path, recursive));
  }

  @Override
  public boolean mkdirs(Path folder) throws IOException {
    return Countdown.ask(Change.MAKE_FOLDER, name(folder), () -> super.mkdirs(folder));
  }

  @Override
  public boolean mkdirs(Path folder, FsPermission permission) throws IOException {
    return Countdown.ask(Change.MAKE_FOLDER, name(folder), () -> super.mkdirs(folder, permission));
  }

  @Override
  public boolean truncate(Path file, long length) throws IOException {
    return Countdown.ask(Change.SET, name(file), () -> super.truncate(file, length));
  }

  @Override
  public void setPermission(Path path, FsPermission permission) throws IOException {
    Path unused =
        Countdown.make(
            Change.SET,
            name(path),
            () -> {
              super.setPermission(path, permission);
              return path;
            });
  }
}
