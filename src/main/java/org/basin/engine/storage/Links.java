package org.basin.engine.storage;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.util.Optional;
import org.apache.hadoop.fs.Path;

/**
 * Makes and reads links in a sweep's folder on a disk of this machine. Hadoop's own interface does
 * not support them.
 */
public final class Links {

  private final SweepFolder folder;
  private final LocalDisk disk;

  private Links(SweepFolder folder, LocalDisk disk) {
    this.folder = folder;
    this.disk = disk;
  }

  /** The links of {@code folder}; empty if it is not on a disk of this machine. */
  public static Optional<Links> of(SweepFolder folder) {
    return LocalDisk.of(folder.files()).map(disk -> new Links(folder, disk));
  }

  /** Returns a new path in the work folder, which exists. */
  private java.nio.file.Path fresh() throws IOException {
    java.nio.file.Path fresh = LocalDisk.path(folder.fresh());
    disk.makeFolder(fresh.getParent());
    return fresh;
  }

  /** Deletes the links that processes left before the time {@code millis}, when they died. */
  public void clear(long millis) {
    java.nio.file.Path work = LocalDisk.path(folder.fresh()).getParent();
    try (DirectoryStream<java.nio.file.Path> left =
        Files.newDirectoryStream(work, SweepFolder.FRESH + "*")) {
      for (java.nio.file.Path each : left) {
        if (Files.isSymbolicLink(each)
            && Files.getLastModifiedTime(each, NOFOLLOW_LINKS).toMillis() < millis) {
          disk.delete(each);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      throw new MachineException("cannot clear " + work + ": " + Causes.line(e), e);
    }
  }

  /** The target of a symbolic link, as the link holds it; empty if there is no link. */
  public Optional<String> target(Path link) {
    java.nio.file.Path local = LocalDisk.path(link);
    try {
      return Files.isSymbolicLink(local)
          ? Optional.of(Files.readSymbolicLink(local).toString())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whether anything exists at {@code path}, even if it is only a link that leads nowhere. */
  public boolean stands(Path path) {
    return Files.exists(LocalDisk.path(path), NOFOLLOW_LINKS);
  }

  /** Makes a symbolic link, or replaces an existing one by one atomic rename. */
  public void put(Path link, String target) {
    java.nio.file.Path local = LocalDisk.path(link);
    try {
      java.nio.file.Path fresh = fresh();
      try {
        disk.makeSymbolicLink(fresh, target);
        disk.replace(fresh, local);
      } finally {
        disk.delete(fresh);
      }
    } catch (IOException e) {
      throw new MachineException("cannot link " + local + ": " + Causes.line(e), e);
    }
  }

  /**
   * Whether this process can make symbolic links. Not every file system supports them, and not
   * every user may make them.
   */
  public boolean arePossible() {
    try {
      java.nio.file.Path probe = fresh();
      disk.makeSymbolicLink(probe, "nowhere");
      disk.delete(probe);
      return true;
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** Deletes a link, if it exists. */
  public void delete(Path link) {
    try {
      disk.delete(LocalDisk.path(link));
    } catch (IOException e) {
      throw new MachineException("cannot delete " + link + ": " + Causes.line(e), e);
    }
  }

  /** Gives a file a second name. Where the file system does not support that, it makes a copy. */
  public void share(Path file, Path name) {
    java.nio.file.Path from = LocalDisk.path(file);
    java.nio.file.Path to = LocalDisk.path(name);
    try {
      try {
        disk.makeHardLink(to, from);
      } catch (IOException | UnsupportedOperationException e) {
        disk.copy(from, to);
      }
    } catch (IOException e) {
      throw new MachineException("cannot copy " + from + ": " + Causes.line(e), e);
    }
  }
}
