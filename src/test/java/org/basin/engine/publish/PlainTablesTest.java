package org.basin.engine.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.basin.engine.storage.SealedFile;
import org.basin.engine.storage.SweepFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The states that a process leaves if it dies between two renames of a publication. */
class PlainTablesTest {

  @TempDir Path output;
  private Path root;
  private Path staging;

  /** Two published tables, and new versions of both that are written but not yet in place. */
  @BeforeEach
  void writeBoth() throws IOException {
    root = output.resolve("s");
    staging = root.resolve("_work/publish-1");
    for (String table : List.of("points", "trials")) {
      write(root.resolve(table), "old");
      write(staging.resolve("new").resolve(table), "new");
    }
    Files.createDirectories(root.resolve("claims"));
    Map<String, Manifest.Table> tables = new TreeMap<>();
    for (String table : List.of("points", "trials")) {
      tables.put(table, new Manifest.Table(1, List.of(new SealedFile("part.parquet", 3, 0))));
    }
    Manifest manifest = Manifest.of("1", new Manifest.Origin("plan", "work"), tables);
    Files.writeString(staging.resolve(Manifest.FILE), manifest.json());
  }

  private static void write(Path table, String version) throws IOException {
    Files.createDirectories(table);
    Files.writeString(table.resolve("part.parquet"), version);
  }

  private void repair() {
    TableLayout.repair(SweepFolder.of(new Configuration(), output.toString(), "s"), 1, () -> {});
    assertThat(staging).doesNotExist();
    assertThat(root).isDirectoryNotContaining("glob:**/old");
  }

  private void assertPublished(String version) {
    for (String table : List.of("points", "trials")) {
      assertThat(root.resolve(table).resolve("part.parquet")).hasContent(version);
      assertThat(root.resolve(table)).isDirectoryNotContaining(Files::isDirectory);
    }
  }

  private void moveOldAside(String table) throws IOException {
    Files.createDirectories(staging.resolve("old"));
    Files.move(root.resolve(table), staging.resolve("old").resolve(table));
  }

  private void moveNewIn(String table) throws IOException {
    Files.move(staging.resolve("new").resolve(table), root.resolve(table));
  }

  @Test
  void deathWhileWriting_leavesTheOldTables() throws IOException {
    Files.delete(staging.resolve(Manifest.FILE));
    repair();
    assertPublished("old");
    assertThat(root.resolve("claims")).exists();
  }

  @Test
  void deathWhileWritingTheManifest_leavesTheOldTables() throws IOException {
    Files.writeString(staging.resolve(Manifest.FILE), "{\"publication\":\"1\",\"tab");
    repair();
    assertPublished("old");
  }

  @Test
  void deathBeforeTheFirstSwap_ofAnEarlierVersion_isFinished() throws IOException {
    Files.move(staging.resolve(Manifest.FILE), staging.resolve("_READY"));
    repair();
    assertPublished("new");
  }

  @Test
  void finishedPublication_hasItsManifestAndNoTableMore() {
    repair();
    assertThat(root.resolve("_tables/manifest.json")).exists();
    assertThat(root.resolve("claims")).doesNotExist();
  }

  @Test
  void deathBeforeTheFirstSwap_isFinished() {
    repair();
    assertPublished("new");
  }

  @Test
  void deathBetweenTheRenamesOfASwap_isFinished() throws IOException {
    moveOldAside("points");
    repair();
    assertPublished("new");
  }

  @Test
  void deathBetweenTwoSwaps_isFinished() throws IOException {
    moveOldAside("points");
    moveNewIn("points");
    repair();
    assertPublished("new");
  }

  @Test
  void deathAfterTheLastSwap_isFinished() throws IOException {
    for (String table : List.of("points", "trials")) {
      moveOldAside(table);
      moveNewIn(table);
    }
    repair();
    assertPublished("new");
  }

  @Test
  void deathOfARepair_isRepaired() throws IOException {
    moveOldAside("points");
    moveNewIn("points");
    moveOldAside("trials");
    repair();
    assertPublished("new");
    repair();
    assertPublished("new");
  }

  @Test
  void firstPublication_isFinished() throws IOException {
    for (String table : List.of("points", "trials")) {
      Files.delete(root.resolve(table).resolve("part.parquet"));
      Files.delete(root.resolve(table));
    }
    repair();
    assertPublished("new");
  }
}
