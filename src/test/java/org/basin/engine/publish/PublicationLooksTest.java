package org.basin.engine.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.conf.Configuration;
import org.basin.engine.storage.SweepFolder;
import org.basin.tables.SweepTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Readers look a hundred thousand times while ten publications replace one another. {@link
 * PublicationLooksSoak} lets them look a million times.
 */
class PublicationLooksTest {

  private static final int PUBLICATIONS = 10;

  @TempDir Path output;

  private final AtomicLong looks = new AtomicLong();
  private final AtomicLong missing = new AtomicLong();
  private final AtomicLong mixed = new AtomicLong();
  private final AtomicLong backwards = new AtomicLong();

  /** The least number of looks. */
  long wanted() {
    return 100_000;
  }

  private void publish(SweepFolder folder, int id) throws IOException {
    String name = String.format("%05d", id);
    Map<String, Manifest.Table> tables = new TreeMap<>();
    for (String table : SweepTable.TABLES) {
      Path path = output.resolve("s/_tables").resolve(name).resolve(table);
      Files.createDirectories(path);
      Files.writeString(path.resolve(table + ".parquet"), name);
      tables.put(table, new Manifest.Table(1, List.of()));
    }
    new LinkedTables(folder, line -> {})
        .put(Manifest.of(name, new Manifest.Origin("plan", "work"), tables), () -> {});
  }

  /** Lists a table and opens what it lists, as any reader of Parquet does. */
  private int look(Path table) {
    looks.incrementAndGet();
    int found = -1;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(table, "*.parquet")) {
      for (Path file : files) {
        found = Integer.parseInt(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      found = -1;
    }
    if (found < 0) {
      missing.incrementAndGet();
    }
    return found;
  }

  /** Reads by the plain paths: every table exists, and none is older than the one read before. */
  private Void lookAtPlainPaths() {
    int last = -1;
    while (looks.get() < wanted()) {
      for (String table : SweepTable.TABLES) {
        int found = look(output.resolve("s").resolve(table));
        if (found < last) {
          backwards.incrementAndGet();
        }
        last = found;
      }
    }
    return null;
  }

  /** Reads as Basin does: the pointer once, then every table of that publication. */
  private Void lookAtOnePublication(SweepFolder folder) {
    while (looks.get() < wanted()) {
      PublishedTables tables = PublishedTables.find(folder).orElseThrow();
      Set<Integer> found = new HashSet<>();
      for (String table : SweepTable.TABLES) {
        found.add(look(Path.of(tables.path(table).toUri().getPath())));
      }
      if (found.size() != 1) {
        mixed.incrementAndGet();
      }
    }
    return null;
  }

  @Test
  void readers_missNothingAndMixNothing() throws Exception {
    SweepFolder folder = SweepFolder.of(new Configuration(), output.toString(), "s");
    publish(folder, 0);
    ExecutorService readers = Executors.newFixedThreadPool(2);
    try {
      List<Future<Void>> all =
          List.of(
              readers.submit((Callable<Void>) this::lookAtPlainPaths),
              readers.submit(() -> lookAtOnePublication(folder)));
      for (int id = 1; id <= PUBLICATIONS; id++) {
        while (looks.get() < id * wanted() / (PUBLICATIONS + 1)) {
          Thread.sleep(1);
        }
        publish(folder, id);
      }
      for (Future<Void> reader : all) {
        reader.get();
      }
    } finally {
      readers.shutdownNow();
    }
    assertThat(looks.get()).isGreaterThanOrEqualTo(wanted());
    assertThat(missing).hasValue(0);
    assertThat(mixed).hasValue(0);
    assertThat(backwards).hasValue(0);
  }
}
