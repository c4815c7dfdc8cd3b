package org.basin.engine.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The folder of a sweep's results. Published tables are in {@code <output>/<sweep>/<table>},
 * committed work is in {@code <output>/<sweep>/_work}. The folder can be on any file system that
 * Hadoop knows, by URI.
 */
public final class SweepFolder {

  /** The folder of the publications and of the link or manifest that names the current one. */
  public static final String TABLES = "_tables";

  /** The start of the names that {@link #fresh} returns. */
  public static final String FRESH = ".fresh-";

  private static final String WORK = "_work";

  /** The max number of times that a small file is opened, if it is replaced while it is read. */
  private static final int READS_ON_HDFS = 5;

  private static final String RUNS = "runs";

  private final FileSystem files;
  private final Path root;

  /** Makes the folder at {@code root}, on any file system. */
  SweepFolder(FileSystem files, Path root) {
    this.files = files;
    this.root = root;
  }

  /**
   * Returns the folder of the sweep named {@code sweep}. It need not exist.
   *
   * @param hadoop knows the file systems
   * @param output the folder of all sweeps, a path or a URI
   * @throws EngineException if there can be no such folder, or its file system cannot be reached
   */
  public static SweepFolder of(Configuration hadoop, String output, String sweep) {
    try {
      Path path = Output.of(hadoop, output);
      return new SweepFolder(path.getFileSystem(hadoop), new Path(path, sweep));
    } catch (IOException e) {
      throw new MachineException("cannot reach " + output + ": " + e.getMessage(), e);
    }
  }

  /** The sweeps under {@code output} that were ever run, sorted by name. */
  public static List<SweepFolder> all(Configuration hadoop, String output) {
    SweepFolder all = of(hadoop, output, ".");
    return all.list(all.root).stream()
        .filter(FileStatus::isDirectory)
        .map(child -> new SweepFolder(all.files, child.getPath()))
        .filter(SweepFolder::exists)
        .sorted(Comparator.comparing(SweepFolder::sweep))
        .toList();
  }

  /** The sweep under {@code output} whose last run started last; empty if none was ever run. */
  public static Optional<SweepFolder> latest(Configuration hadoop, String output) {
    // Run ids start with the time.
    return all(hadoop, output).stream()
        .max(Comparator.comparing(folder -> folder.runs().get(folder.runs().size() - 1)));
  }

  /** The sweep's name. */
  public String sweep() {
    return root.getName();
  }

  /** Whether anything was ever run here. */
  public boolean exists() {
    return !runs().isEmpty();
  }

  /** The path of a published table. */
  public Path table(String name) {
    return new Path(root, name);
  }

  public Path root() {
    return root;
  }

  /** The folder of the publications and of the link or manifest that names the current one. */
  public Path tables() {
    return new Path(root, TABLES);
  }

  /**
   * Moves what is damaged or does not belong here to a folder in which the user can inspect it.
   *
   * @return the new path
   */
  public Path moveAside(Path path) {
    return moveAside(path, path.getName());
  }

  /** Does what {@link #moveAside(Path)} does, under another name. */
  public Path moveAside(Path path, String name) {
    Path all = work("set-aside");
    makeFolder(all);
    Path aside = new Path(all, name);
    for (int i = 2; exists(aside); i++) {
      aside = new Path(all, name + "-" + i);
    }
    move(path, aside);
    return aside;
  }

  /** The form of a path in this folder that messages use: relative to the folder of all sweeps. */
  public String shown(Path path) {
    return root.getName() + path.toUri().getPath().substring(root.toUri().getPath().length());
  }

  public FileSystem files() {
    return files;
  }

  /** A path in the work folder. */
  public Path work(String name) {
    return new Path(new Path(root, WORK), name);
  }

  public Path outcomes() {
    return work("outcomes");
  }

  public Path run(String runId) {
    return new Path(work(RUNS), runId + ".json");
  }

  /** The ids of the runs, oldest first. */
  public List<String> runs() {
    return list(work(RUNS)).stream()
        .map(file -> file.getPath().getName())
        .filter(name -> name.endsWith(".json"))
        .map(name -> name.substring(0, name.length() - ".json".length()))
        .sorted()
        .toList();
  }

  /** The content of a folder; empty if there is no such folder. */
  public List<FileStatus> list(Path folder) {
    try {
      return List.of(files.listStatus(folder));
    } catch (FileNotFoundException e) {
      return List.of();
    } catch (IOException e) {
      throw StorageFailure.of("list", folder, e);
    }
  }

  public boolean exists(Path path) {
    try {
      return files.exists(path);
    } catch (IOException e) {
      throw StorageFailure.of("reach", path, e);
    }
  }

  /**
   * Reads a small file. On HDFS the blocks of a file that was opened and is then replaced are
   * deleted, so it may have to be opened again.
   */
  public String read(Path file) {
    int attempts = OneRename.isOnHdfs(files) ? READS_ON_HDFS : 1;
    for (int attempt = 1; ; attempt++) {
      try (FSDataInputStream in = plain().open(file)) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        if (attempt == attempts || e instanceof FileNotFoundException) {
          throw StorageFailure.of("read", file, e);
        }
      }
    }
  }

  /**
   * Writes a small file, or replaces it. On a local file system and on HDFS this is atomic: no
   * process that dies leaves half of a file, and no reader sees half of one. An object store shows
   * a file when it is closed.
   */
  public void write(Path file, String text) {
    try {
      Optional<LocalDisk> disk = LocalDisk.of(files);
      if (disk.isPresent()) {
        disk.get().put(LocalDisk.path(fresh()), LocalDisk.path(file), text);
      } else if (OneRename.isOnHdfs(files)) {
        replaceOnHdfs(file, text);
      } else {
        create(file, text);
      }
    } catch (IOException e) {
      throw StorageFailure.of("write", file, e);
    }
  }

  private void replaceOnHdfs(Path file, String text) throws IOException {
    Path fresh = fresh();
    try {
      create(fresh, text);
      files.mkdirs(file.getParent());
      OneRename.of(files, fresh, file);
    } catch (IOException e) {
      files.delete(fresh, false);
      throw e;
    }
  }

  /**
   * Renames a file or folder, in place of a file that has the new name. The folder of the new name
   * must exist. On a local file system and on HDFS this is one step.
   */
  public void replace(Path from, Path to) {
    try {
      OneRename.of(files, from, to);
    } catch (IOException e) {
      throw StorageFailure.of("rename", from, e);
    }
  }

  private void create(Path file, String text) throws IOException {
    try (FSDataOutputStream out = files.create(file, true)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /**
   * Returns a new path in the work folder, for a file that gets its own name once it is complete.
   * If the process dies before, a later holder of the lease deletes the file.
   */
  public Path fresh() {
    return work(FRESH + UUID.randomUUID());
  }

  /**
   * The file system without checksum files, which two renames could not keep consistent with their
   * files.
   */
  private FileSystem plain() {
    return files instanceof ChecksumFileSystem sums ? sums.getRawFileSystem() : files;
  }

  /** Renames a file or folder. The target must not exist. */
  public void move(Path from, Path to) {
    try {
      if (!files.rename(from, to)) {
        throw new MachineException("cannot rename " + from + " to " + to);
      }
    } catch (IOException e) {
      throw StorageFailure.of("rename", from, e);
    }
  }

  public void makeFolder(Path folder) {
    try {
      if (!files.mkdirs(folder)) {
        throw new MachineException("cannot make " + folder);
      }
    } catch (IOException e) {
      throw StorageFailure.of("make", folder, e);
    }
  }

  /** Deletes a file or a folder with its content. Does nothing if it does not exist. */
  public void delete(Path path) {
    try {
      if (!files.delete(path, true) && files.exists(path)) {
        throw new MachineException("cannot delete " + path);
      }
    } catch (IOException e) {
      throw StorageFailure.of("delete", path, e);
    }
  }

  /** The size of a folder's content in bytes; 0 if the folder does not exist. */
  public long bytes(Path folder) {
    try {
      return exists(folder) ? files.getContentSummary(folder).getLength() : 0;
    } catch (IOException e) {
      throw StorageFailure.of("measure", folder, e);
    }
  }
}
