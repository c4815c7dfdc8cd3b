package org.basin.engine.publish;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.SealedFile;
import org.basin.engine.storage.SweepFolder;

/** Publishes small tables by the real layouts, without Spark, and looks at what is published. */
public final class ModelTables {

  /** Two tables that each publication has; {@code claims} is a third that only some have. */
  private static final List<String> NAMES = List.of("points", "trials");

  private static final String CLAIMS = "claims";

  private final SweepFolder folder;
  private final TableLayout layout;

  /**
   * Makes the tables of one publication.
   *
   * @param number the number of the lease
   */
  public ModelTables(SweepFolder folder, EngineSettings settings, long number) {
    this.folder = folder;
    this.layout = TableLayout.of(folder, settings, number, line -> {});
  }

  /** Publishes tables whose content is their publication's id and {@code rows}. */
  public void publish(String id, String rows, boolean hasClaims, Runnable fence) {
    Map<String, Manifest.Table> tables = new TreeMap<>();
    for (String name : names(hasClaims)) {
      Path table = new Path(layout.staging(id), name);
      Path file = new Path(table, "part-" + id + ".parquet");
      folder.write(file, parquet(id + " " + rows));
      layout.name(table, id);
      tables.put(name, new Manifest.Table(1, sealed(table)));
    }
    layout.put(Manifest.of(id, new Manifest.Origin("plan", rows), tables), fence);
  }

  private static List<String> names(boolean hasClaims) {
    return hasClaims ? List.of(CLAIMS, NAMES.get(0), NAMES.get(1)) : NAMES;
  }

  private List<SealedFile> sealed(Path table) {
    return PublishedTables.files(folder, table).stream()
        .map(
            file -> {
              try {
                return SealedFile.of(folder.files(), file);
              } catch (java.io.IOException e) {
                throw new EngineException("cannot read " + file.getPath(), e);
              }
            })
        .toList();
  }

  /** A file that Basin takes for one of Parquet: its footer is {@code text}. */
  private static String parquet(String text) {
    ByteBuffer length = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(text.length());
    return "PAR1" + text + new String(length.array(), StandardCharsets.ISO_8859_1) + "PAR1";
  }

  /** The id of the publication that readers are led to; empty if there is none. */
  public static Optional<String> pointer(SweepFolder folder) {
    return LinkedTables.current(folder)
        .or(() -> NumberedTables.current(folder))
        .or(
            () ->
                PublishedTables.manifest(folder, PlainTables.pointer(folder))
                    .map(Manifest::publication));
  }

  /** Finds the current tables; empty if there are none. */
  public static Optional<PublishedTables> find(SweepFolder folder) {
    return PublishedTables.find(folder);
  }

  /** What is in the files of {@code tables}: one text if all are of one publication. */
  public static Set<String> contents(SweepFolder folder, PublishedTables tables) {
    Set<String> contents = new LinkedHashSet<>();
    for (String name : tables.names()) {
      for (FileStatus file : PublishedTables.files(folder, tables.path(name))) {
        String text = folder.read(file.getPath());
        contents.add(text.substring(4, text.length() - 8));
      }
    }
    return contents;
  }

  /** What a reader finds who knows the plain paths only. */
  public static Set<String> plainContents(SweepFolder folder) {
    Set<String> contents = new LinkedHashSet<>();
    for (String name : NAMES) {
      for (FileStatus file : PublishedTables.files(folder, folder.table(name))) {
        String text = folder.read(file.getPath());
        contents.add(text.substring(4, text.length() - 8));
      }
    }
    return contents;
  }
}
