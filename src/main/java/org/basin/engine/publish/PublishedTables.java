package org.basin.engine.publish;

import com.typesafe.config.ConfigException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.ExactPath;
import org.basin.engine.storage.Links;
import org.basin.engine.storage.SealedFile;
import org.basin.engine.storage.SweepFolder;
import org.basin.tables.ClaimTable;
import org.basin.tables.SweepTable;

/**
 * The current tables in a sweep's folder. The links are followed once, so everything that is read
 * through one object belongs to one publication.
 */
public final class PublishedTables {

  private final SweepFolder folder;
  private final Path base;
  private final boolean isLinked;
  private final Manifest manifest;

  private PublishedTables(SweepFolder folder, Path base, boolean isLinked, Manifest manifest) {
    this.folder = folder;
    this.base = base;
    this.isLinked = isLinked;
    this.manifest = manifest;
  }

  /** Finds the current tables; empty if nothing was ever published, or all of it was deleted. */
  public static Optional<PublishedTables> find(SweepFolder folder) {
    Optional<String> current = current(folder);
    while (current.isPresent()) {
      boolean isLinked = LinkedTables.current(folder).isPresent();
      Path base = new Path(folder.tables(), current.get());
      Manifest manifest = read(folder, new Path(base, Manifest.FILE));
      if (manifest != null) {
        return Optional.of(new PublishedTables(folder, base, isLinked, manifest));
      }
      // Two publications later, what it led to is deleted.
      Optional<String> now = current(folder);
      if (now.equals(current)) {
        return folder.exists(base)
            ? Optional.of(new PublishedTables(folder, base, isLinked, null))
            : Optional.empty();
      }
      current = now;
    }
    Path pointer = PlainTables.pointer(folder);
    return folder.exists(pointer)
            || SweepTable.TABLES.stream().anyMatch(table -> folder.exists(folder.table(table)))
        ? Optional.of(new PublishedTables(folder, folder.root(), false, read(folder, pointer)))
        : Optional.empty();
  }

  /** The id of the current publication, where each has a folder of its own. */
  private static Optional<String> current(SweepFolder folder) {
    return LinkedTables.current(folder).or(() -> NumberedTables.current(folder));
  }

  /**
   * Finds a publication that is kept beside the current one.
   *
   * @param id its id; empty for the latest that is not current
   */
  public static Optional<PublishedTables> kept(SweepFolder folder, String id) {
    String current = current(folder).orElse("");
    return folder.list(folder.tables()).stream()
        .map(FileStatus::getPath)
        .filter(path -> id.isEmpty() ? !path.getName().equals(current) : path.getName().equals(id))
        .sorted(Comparator.comparing(Path::getName).reversed())
        .filter(path -> folder.exists(new Path(path, Manifest.FILE)))
        .filter(path -> Links.of(folder).flatMap(all -> all.target(path)).isEmpty())
        .map(
            path ->
                new PublishedTables(
                    folder, path, true, read(folder, new Path(path, Manifest.FILE))))
        .filter(tables -> tables.manifest != null)
        .findFirst();
  }

  private static Manifest read(SweepFolder folder, Path file) {
    return manifest(folder, file).orElse(null);
  }

  /** Reads a manifest; empty if it does not exist or is damaged. */
  public static Optional<Manifest> manifest(SweepFolder folder, Path file) {
    try {
      return folder.exists(file)
          ? Optional.of(Manifest.parse(folder.read(file)))
          : Optional.empty();
    } catch (EngineException | ConfigException e) {
      return Optional.empty();
    }
  }

  /** The manifest; empty if it is damaged, or an earlier version of Basin published the tables. */
  public Optional<Manifest> manifest() {
    return Optional.ofNullable(manifest);
  }

  /** The path of a table, which need not exist. */
  public Path path(String table) {
    return new Path(base, table);
  }

  /**
   * A reader of a table. It knows the columns from a file's footer, because Spark starts a job to
   * find them.
   */
  public DataFrameReader reader(SparkSession spark, String table) {
    DataFrameReader reader = ExactPath.reader(spark);
    List<FileStatus> files = files(folder, path(table));
    try {
      return files.isEmpty()
          ? reader
          : reader.schema(SealedFile.schema(folder.files(), files.get(0)));
    } catch (IOException e) {
      return reader; // Spark says what is wrong.
    }
  }

  /** The names of the existing tables, in the order in which they are documented. */
  public List<String> names() {
    List<String> names = new ArrayList<>(SweepTable.TABLES);
    names.add(ClaimTable.NAME);
    // An earlier version of Basin published fewer tables.
    names.removeIf(
        name ->
            manifest == null
                ? !SweepTable.FIRST_TABLES.contains(name) && !folder.exists(path(name))
                : !manifest.tables().containsKey(name));
    return names;
  }

  /** Whether these tables are made from {@code origin} and still as they were published. */
  public boolean isCurrent(Manifest.Origin origin) {
    return manifest != null
        && manifest.schema() == SweepTable.VERSION
        && manifest.origin().equals(origin)
        && manifest.tables().keySet().containsAll(SweepTable.TABLES)
        && problem().isEmpty();
  }

  /** The first difference from what was published, in one line; empty if there is none. */
  public Optional<String> problem() {
    for (String table : names()) {
      Optional<String> problem = problem(table);
      if (problem.isPresent()) {
        return problem;
      }
    }
    if (manifest == null && !base.equals(folder.root())) {
      return Optional.of(folder.shown(new Path(base, Manifest.FILE)) + " is missing or damaged");
    }
    return Optional.empty();
  }

  /** The first difference of one table, as in {@link #problem()}. */
  public Optional<String> problem(String table) {
    Path path = path(table);
    if (!folder.exists(path)) {
      return Optional.of(folder.root() + " has no table " + table);
    }
    if (isLinked && !LinkedTables.isLinked(folder, table)) {
      return Optional.of(
          folder.shown(folder.table(table)) + " is not the link to the table that was published");
    }
    if (manifest == null) {
      return Optional.empty();
    }
    TreeMap<String, FileStatus> found = new TreeMap<>();
    files(folder, path).forEach(file -> found.put(file.getPath().getName(), file));
    for (SealedFile written : manifest.tables().get(table).files()) {
      Optional<String> problem = written.problem(folder.files(), found.get(written.name()), true);
      if (problem.isPresent()) {
        return Optional.of(
            folder.shown(new Path(folder.table(table), written.name())) + " " + problem.get());
      }
    }
    Set<String> added = new TreeSet<>(found.keySet());
    manifest.tables().get(table).files().forEach(file -> added.remove(file.name()));
    return added.stream()
        .findFirst()
        .map(name -> folder.shown(new Path(folder.table(table), name)) + " was not published");
  }

  /** The files of a table that readers read, sorted by name. */
  public static List<FileStatus> files(SweepFolder folder, Path table) {
    return folder.list(table).stream()
        .filter(file -> !SealedFile.isHidden(file.getPath().getName()))
        .sorted()
        .toList();
  }
}
