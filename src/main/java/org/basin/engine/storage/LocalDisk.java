package org.basin.engine.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FileSystem;

/**
 * What Hadoop's interface does not offer of a disk of this machine: links, files that only one
 * process can create, and files that are written in place. Whatever Basin changes below a sweep's
 * folder, it changes through Hadoop's file system or through this class. A test that replaces both
 * sees every change.
 */
public class LocalDisk {

  private static final LocalDisk OWN = new LocalDisk();

  /** A file system of Hadoop's that brings its own disk. */
  public interface Owner {

    /** The disk on which this file system stands. */
    LocalDisk disk();
  }

  protected LocalDisk() {}

  /** The disk of {@code files}; empty if it is not a file system of this machine. */
  public static Optional<LocalDisk> of(FileSystem files) {
    if (files instanceof Owner owner) {
      return Optional.of(owner.disk());
    }
    return files instanceof ChecksumFileSystem && files.getUri().getScheme().equals("file")
        ? Optional.of(OWN)
        : Optional.empty();
  }

  /** The path in Java's form. */
  public static Path path(org.apache.hadoop.fs.Path path) {
    return Path.of(path.toUri().getPath());
  }

  /**
   * Makes a symbolic link. Its name must be free.
   *
   * @throws UnsupportedOperationException if this disk has no such links
   */
  public void makeSymbolicLink(Path link, String target) throws IOException {
    Files.createSymbolicLink(link, Path.of(target));
  }

  /**
   * Gives a file a second name, which must be free. If several processes try to take the same name,
   * one succeeds.
   *
   * @throws UnsupportedOperationException if this disk has no such links
   */
  public void makeHardLink(Path name, Path file) throws IOException {
    Files.createLink(name, file);
  }

  /** Renames a file or link, and replaces what has the new name, in one step. */
  public void replace(Path from, Path to) throws IOException {
    Files.move(from, to, ATOMIC_MOVE, REPLACE_EXISTING);
  }

  /** The target of a symbolic link, as the link holds it; empty if there is no link. */
  public Optional<String> linked(Path link) throws IOException {
    return Files.isSymbolicLink(link)
        ? Optional.of(Files.readSymbolicLink(link).toString())
        : Optional.empty();
  }

  /**
   * The symbolic links in a folder that were made before the time {@code millis} and whose names
   * begin with {@code start}.
   */
  public List<Path> linksBefore(Path folder, String start, long millis) throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, start + "*")) {
      for (Path each : all) {
        if (Files.isSymbolicLink(each)
            && Files.getLastModifiedTime(each, LinkOption.NOFOLLOW_LINKS).toMillis() < millis) {
          found.add(each);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return found;
  }

  /** Whether anything exists at {@code path}, even if it is only a link that leads nowhere. */
  public boolean stands(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** Deletes a file, a link or an empty folder, if it exists. */
  public void delete(Path path) throws IOException {
    Files.deleteIfExists(path);
  }

  /** Writes a file whose name must be free. */
  public void create(Path file, String text) throws IOException {
    Files.writeString(file, text, UTF_8, CREATE_NEW, WRITE);
  }

  /**
   * Sets who may read, write and execute a file.
   *
   * @throws UnsupportedOperationException if this disk does not know such permissions
   */
  public void permit(Path file, Set<PosixFilePermission> permissions) throws IOException {
    Files.setPosixFilePermissions(file, permissions);
  }

  /** Copies a file to a name that must be free. */
  public void copy(Path file, Path name) throws IOException {
    Files.copy(file, name);
  }

  /** Makes a folder and those above it, where they are missing. */
  public void makeFolder(Path folder) throws IOException {
    // createDirectories refuses a link to a folder.
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
  }

  /** Opens a file to be written in place, and makes it if it does not exist. */
  public FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, CREATE, WRITE);
  }

  /** Writes a small file, or replaces it, in one step, by way of the file {@code fresh}. */
  final void put(Path fresh, Path file, String text) throws IOException {
    makeFolder(fresh.getParent());
    try {
      create(fresh, text);
      makeFolder(file.getParent());
      // A checksum file of an earlier version of this file would contradict the new content.
      delete(file.resolveSibling("." + file.getFileName() + ".crc"));
      replace(fresh, file);
    } catch (IOException e) {
      try {
        delete(fresh);
      } catch (IOException again) {
        e.addSuppressed(again);
      }
      throw e;
    }
  }
}
