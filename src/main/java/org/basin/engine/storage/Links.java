package org.basin.engine.storage;

import java.io.IOException;
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
    try {
      for (java.nio.file.Path left : disk.linksBefore(work, SweepFolder.FRESH, millis)) {
        disk.delete(left);
      }
    } catch (IOException e) {
      throw new MachineException("cannot clear " + work + ": " + Causes.line(e), e);
    }
  }

  /** The target of a symbolic link, as the link holds it; empty if there is no link. */
  public Optional<String> target(Path link) {
    try {
      return disk.linked(LocalDisk.path(link));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whether anything exists at {@code path}, even if it is only a link that leads nowhere. */
  public boolean stands(Path path) {
    return disk.stands(LocalDisk.path(path));
  }

  /** Makes a symbolic link. Its name must be free. */
  public void make(Path link, String target) {
    try {
      disk.makeSymbolicLink(LocalDisk.path(link), target);
    } catch (IOException e) {
      throw new MachineException("cannot link " + link + ": " + Causes.line(e), e);
    }
  }

  /**
   * Renames a file, link or folder in one step. A file or link that has the new name is replaced.
   */
  public void move(Path from, Path to) {
    try {
      disk.replace(LocalDisk.path(from), LocalDisk.path(to));
    } catch (IOException e) {
      throw new MachineException("cannot rename " + from + ": " + Causes.line(e), e);
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
