package org.basin.engine.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FileSystem;

/**
 * Makes and reads symbolic links on a file system of this machine. Hadoop's own interface does not
 * support them.
 */
public final class Links {

  private Links() {}

  /** The path in Java's form; empty if it is not on a file system of this machine. */
  public static Optional<Path> local(FileSystem files, org.apache.hadoop.fs.Path path) {
    return files instanceof ChecksumFileSystem && files.getUri().getScheme().equals("file")
        ? Optional.of(Path.of(path.toUri().getPath()))
        : Optional.empty();
  }

  /** The target of a link, as the link holds it; empty if there is no link. */
  public static Optional<String> target(Path link) {
    try {
      return Files.isSymbolicLink(link)
          ? Optional.of(Files.readSymbolicLink(link).toString())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whether anything exists at {@code path}, even if it is only a link that leads nowhere. */
  public static boolean stands(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** Makes a link, or replaces an existing one by one atomic rename. */
  public static void put(Path link, String target) {
    Path fresh =
        link.resolveSibling("." + link.getFileName() + "-" + ProcessHandle.current().pid());
    try {
      Files.deleteIfExists(fresh);
      Files.createSymbolicLink(fresh, Path.of(target));
      Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new MachineException("cannot link " + link + ": " + e.getMessage(), e);
    }
  }

  /**
   * Whether this process can make links in {@code folder}. Not every file system supports them, and
   * not every user may make them.
   */
  public static boolean arePossible(Path folder) {
    Path probe = folder.resolve(".link-" + ProcessHandle.current().pid());
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(probe);
      Files.createSymbolicLink(probe, Path.of("nowhere"));
      Files.delete(probe);
      return true;
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  public static void delete(Path link) {
    try {
      Files.deleteIfExists(link);
    } catch (IOException e) {
      throw new MachineException("cannot delete " + link + ": " + e.getMessage(), e);
    }
  }

  /** Gives a file a second name. Where the file system does not support that, it makes a copy. */
  public static void share(Path file, Path name) {
    try {
      try {
        Files.createLink(name, file);
      } catch (IOException | UnsupportedOperationException e) {
        Files.copy(file, name);
      }
    } catch (IOException e) {
      throw new MachineException("cannot copy " + file + ": " + e.getMessage(), e);
    }
  }
}
