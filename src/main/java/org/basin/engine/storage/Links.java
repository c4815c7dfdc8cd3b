package org.basin.engine.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Makes and reads links on a disk of this machine. Hadoop's own interface does not support them.
 *
 * @param disk makes the changes
 */
public record Links(LocalDisk disk) {

  /** The links of {@code files}; empty if it is not a file system of this machine. */
  public static Optional<Links> of(FileSystem files) {
    return LocalDisk.of(files).map(Links::new);
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
    return Files.exists(LocalDisk.path(path), LinkOption.NOFOLLOW_LINKS);
  }

  /** Makes a symbolic link, or replaces an existing one by one atomic rename. */
  public void put(Path link, String target) {
    java.nio.file.Path local = LocalDisk.path(link);
    java.nio.file.Path fresh =
        local.resolveSibling("." + local.getFileName() + "-" + ProcessHandle.current().pid());
    try {
      disk.delete(fresh);
      disk.makeSymbolicLink(fresh, target);
      disk.replace(fresh, local);
    } catch (IOException e) {
      throw new MachineException("cannot link " + local + ": " + Causes.line(e), e);
    }
  }

  /**
   * Whether this process can make symbolic links in {@code folder}. Not every file system supports
   * them, and not every user may make them.
   */
  public boolean arePossible(Path folder) {
    java.nio.file.Path local = LocalDisk.path(folder);
    java.nio.file.Path probe = local.resolve(".link-" + ProcessHandle.current().pid());
    try {
      disk.makeFolder(local);
      disk.delete(probe);
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
