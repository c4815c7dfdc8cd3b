package org.basin.engine;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
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
import org.apache.hadoop.fs.ParentNotDirectoryException;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;
import org.basin.settings.Provenance;

/**
 * Where a sweep's results are: {@code <output>/<sweep>/<table>} for what is published, {@code
 * <output>/<sweep>/_work} for what is committed on the way. Any file system that Hadoop knows, by
 * URI.
 */
public final class SweepFolder {

  /** Where publications and what leads to them are. */
  static final String TABLES = "_tables";

  private static final String WORK = "_work";
  private static final String RUNS = "runs";

  private final FileSystem files;
  private final Path root;

  private SweepFolder(FileSystem files, Path root) {
    this.files = files;
    this.root = root;
  }

  /**
   * The folder of the sweep named {@code sweep}; it need not exist.
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

  /** The sweeps under {@code output} that were ever run, in order of name. */
  public static List<SweepFolder> all(Configuration hadoop, String output) {
    SweepFolder all = of(hadoop, output, ".");
    return all.list(all.root).stream()
        .filter(FileStatus::isDirectory)
        .map(child -> new SweepFolder(all.files, child.getPath()))
        .filter(SweepFolder::exists)
        .sorted(Comparator.comparing(SweepFolder::sweep))
        .toList();
  }

  /** The sweep under {@code output} whose last run started last, if there is one. */
  public static Optional<SweepFolder> latest(Configuration hadoop, String output) {
    // Run ids begin with the time.
    return all(hadoop, output).stream()
        .max(Comparator.comparing(folder -> folder.runs().get(folder.runs().size() - 1)));
  }

  /** The sweep's name. */
  public String sweep() {
    return root.getName();
  }

  /**
   * The resolved configuration of the last run here, as HOCON.
   *
   * @throws EngineException if nothing was run here
   */
  public String configuration() {
    return RunRecord.configuration(this);
  }

  /**
   * What the trials of the last run here depended on besides their settings, as far as recorded.
   */
  public Provenance provenance() {
    return RunRecord.provenance(this);
  }

  /** One line for each file and component that is not what it was when the last run here began. */
  public List<String> changes(Provenance now) {
    return RecordedProvenance.changes(provenance(), now);
  }

  /** Whether anything was ever run here. */
  public boolean exists() {
    return !runs().isEmpty();
  }

  /** Where a published table is. */
  public Path table(String name) {
    return new Path(root, name);
  }

  Path root() {
    return root;
  }

  /** Where publications and what leads to them are. */
  Path tables() {
    return new Path(root, TABLES);
  }

  /**
   * Moves what is damaged, or does not belong here, to where a person can look at it.
   *
   * @return where it is now
   */
  Path moveAside(Path path) {
    Path all = work("set-aside");
    makeFolder(all);
    Path aside = new Path(all, path.getName());
    for (int i = 2; exists(aside); i++) {
      aside = new Path(all, path.getName() + "-" + i);
    }
    move(path, aside);
    return aside;
  }

  /** A path in this folder as messages name it: from the folder of all sweeps. */
  String shown(Path path) {
    return root.getName() + path.toUri().getPath().substring(root.toUri().getPath().length());
  }

  FileSystem files() {
    return files;
  }

  /** A path in the work folder. */
  Path work(String name) {
    return new Path(new Path(root, WORK), name);
  }

  Path outcomes() {
    return work("outcomes");
  }

  Path run(String runId) {
    return new Path(work(RUNS), runId + ".json");
  }

  /** The ids of the runs, oldest first. */
  List<String> runs() {
    return list(work(RUNS)).stream()
        .map(file -> file.getPath().getName())
        .filter(name -> name.endsWith(".json"))
        .map(name -> name.substring(0, name.length() - ".json".length()))
        .sorted()
        .toList();
  }

  /** What a folder holds; nothing if there is no such folder. */
  List<FileStatus> list(Path folder) {
    try {
      return List.of(files.listStatus(folder));
    } catch (FileNotFoundException e) {
      return List.of();
    } catch (IOException e) {
      throw failed("list", folder, e);
    }
  }

  boolean exists(Path path) {
    try {
      return files.exists(path);
    } catch (IOException e) {
      throw failed("reach", path, e);
    }
  }

  String read(Path file) {
    try (FSDataInputStream in = plain().open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw failed("read", file, e);
    }
  }

  /**
   * Writes a small file, or replaces it. On this machine, no process that dies leaves half of one,
   * and nobody reads half of one.
   */
  void write(Path file, String text) {
    boolean isLocal = files instanceof ChecksumFileSystem;
    Path fresh =
        isLocal ? new Path(file.getParent(), "." + file.getName() + "-" + UUID.randomUUID()) : file;
    try {
      try (FSDataOutputStream out = plain().create(fresh, true)) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
      if (isLocal) {
        // Of an earlier version of the file, which had one; it would belie this.
        plain().delete(((ChecksumFileSystem) files).getChecksumFile(file), false);
        move(plain(), fresh, file);
      }
    } catch (IOException e) {
      throw failed("write", file, e);
    }
  }

  /** Without checksums in files of their own, which two renames would bring out of step. */
  private FileSystem plain() {
    return files instanceof ChecksumFileSystem sums ? sums.getRawFileSystem() : files;
  }

  private static void move(FileSystem files, Path from, Path to) throws IOException {
    if (!files.rename(from, to)) {
      throw new MachineException("cannot rename " + from + " to " + to);
    }
  }

  /** Renames; the target must not exist. */
  void move(Path from, Path to) {
    try {
      move(files, from, to);
    } catch (IOException e) {
      throw failed("rename", from, e);
    }
  }

  void makeFolder(Path folder) {
    try {
      files.mkdirs(folder);
    } catch (IOException e) {
      throw failed("make", folder, e);
    }
  }

  /** Deletes a file or a folder with all it holds; nothing if there is none. */
  void delete(Path path) {
    try {
      files.delete(path, true);
    } catch (IOException e) {
      throw failed("delete", path, e);
    }
  }

  /** How many bytes a folder holds; 0 if there is none. */
  long bytes(Path folder) {
    try {
      return exists(folder) ? files.getContentSummary(folder).getLength() : 0;
    } catch (IOException e) {
      throw failed("measure", folder, e);
    }
  }

  /** What is told of a failure of the file system: the user's fault, or the machine's. */
  static EngineException failed(String verb, Path path, IOException e) {
    String what = "cannot " + verb + " " + path + ": ";
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    if (e instanceof AccessDeniedException || e instanceof AccessControlException) {
      return new MachineException(what + "permission denied", e);
    }
    boolean underFile =
        e instanceof FileAlreadyExistsException
            || e instanceof ParentNotDirectoryException
            || e instanceof org.apache.hadoop.fs.FileAlreadyExistsException
            || message.endsWith("Not a directory");
    return underFile
        ? new EngineException(what + "a file stands where a folder must be", e)
        : new MachineException(what + message, e);
  }
}
