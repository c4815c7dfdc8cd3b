package org.basin.engine.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.SealedFile;
import org.basin.engine.storage.SweepFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Publications behind one link: what stands at the plain paths, also after a process died while
 * publishing.
 */
class LinkedTablesTest {

  private static final List<String> TABLES = List.of("points", "trials");

  @TempDir Path output;
  private final List<String> said = new ArrayList<>();
  private Path root;
  private SweepFolder folder;
  private LinkedTables layout;

  @BeforeEach
  void makeFolder() throws IOException {
    root = Files.createDirectories(output.resolve("s"));
    folder = SweepFolder.of(new Configuration(), output.toString(), "s");
    layout = new LinkedTables(folder, said::add);
  }

  private Manifest written(String id, List<String> names) throws IOException {
    Map<String, Manifest.Table> tables = new TreeMap<>();
    for (String name : names) {
      write(root.resolve("_tables").resolve(id).resolve(name), id);
      tables.put(name, new Manifest.Table(1, List.of(new SealedFile("x.parquet", 1, 0))));
    }
    return Manifest.of(id, new Manifest.Origin("plan", "work"), tables);
  }

  private static void write(Path table, String content) throws IOException {
    Files.createDirectories(table);
    Files.writeString(table.resolve("x.parquet"), content);
  }

  private void publish(String id, List<String> names) throws IOException {
    layout.put(written(id, names), () -> {});
  }

  private void assertPublished(String id) {
    for (String table : TABLES) {
      assertThat(root.resolve(table)).isSymbolicLink();
      assertThat(root.resolve(table).resolve("x.parquet")).hasContent(id);
    }
  }

  @Test
  void tables_standAtTheirPlainPaths_throughRelativeLinks() throws IOException {
    publish("1", TABLES);
    assertPublished("1");
    assertThat(Files.readSymbolicLink(root.resolve("trials")))
        .isEqualTo(Path.of("_tables/current/trials"));
    // A user may move the whole folder.
    Files.move(root, output.resolve("moved"));
    assertThat(output.resolve("moved/trials/x.parquet")).hasContent("1");
  }

  @Test
  void publicationBefore_isKeptUntilTheNext() throws IOException {
    publish("1", TABLES);
    publish("2", TABLES);
    assertPublished("2");
    assertThat(root.resolve("_tables/1/trials/x.parquet")).hasContent("1");
    publish("3", TABLES);
    assertThat(root.resolve("_tables/1")).doesNotExist();
    assertThat(root.resolve("_tables/2")).exists();
    assertPublished("3");
  }

  @Test
  void tableThatIsNotPublishedAgain_isGone() throws IOException {
    publish("1", List.of("claims", "points", "trials"));
    assertThat(root.resolve("claims/x.parquet")).hasContent("1");
    publish("2", TABLES);
    assertThat(root.resolve("claims")).doesNotExist();
    assertThat(Files.isSymbolicLink(root.resolve("claims"))).isFalse();
  }

  @Test
  void foldersOfAnEarlierVersion_becomeLinks() throws IOException {
    for (String table : TABLES) {
      write(root.resolve(table), "old");
    }
    publish("1", TABLES);
    assertPublished("1");
    assertThat(said).isEmpty();
    assertThat(root.resolve("_work/set-aside")).doesNotExist();
  }

  @Test
  void folderThatSomebodyHasPutThere_isSetAside() throws IOException {
    publish("1", TABLES);
    Files.delete(root.resolve("trials"));
    write(root.resolve("trials"), "other");
    publish("2", TABLES);
    assertPublished("2");
    assertThat(root.resolve("_work/set-aside/trials/x.parquet")).hasContent("other");
    assertThat(said)
        .containsExactly(
            "s/trials was not what was published; set aside in s/_work/set-aside/trials");
  }

  @Test
  void processThatMayNotWrite_changesNothing() throws IOException {
    publish("1", TABLES);
    Manifest next = written("2", TABLES);
    assertThatThrownBy(
            () ->
                layout.put(
                    next,
                    () -> {
                      throw new EngineException("lost");
                    }))
        .hasMessage("lost");
    assertPublished("1");
  }

  @Test
  void deathBeforeTheSwitch_leavesTheOldTables() throws IOException {
    publish("1", TABLES);
    written("2", TABLES);
    folder.write(
        new org.apache.hadoop.fs.Path(layout.staging("2"), Manifest.FILE), "{\"publication\":");
    TableLayout.repair(folder, 1, () -> {});
    assertPublished("1");
    assertThat(root.resolve("_tables/2")).doesNotExist();
  }

  @Test
  void deathBeforeTheFirstSwitch_leavesNothing() throws IOException {
    written("1", TABLES);
    TableLayout.repair(folder, 1, () -> {});
    assertThat(root.resolve("_tables")).isEmptyDirectory();
    assertThat(PublishedTables.find(folder)).isEmpty();
  }

  @Test
  void deathAfterTheSwitch_isFinished() throws IOException {
    publish("1", List.of("claims", "points", "trials"));
    Manifest next = written("2", TABLES);
    folder.write(new org.apache.hadoop.fs.Path(layout.staging("2"), Manifest.FILE), next.json());
    Path current = root.resolve("_tables/current");
    Files.delete(current);
    Files.createSymbolicLink(current, Path.of("2"));
    Files.delete(root.resolve("points"));
    TableLayout.repair(folder, 1, () -> {});
    assertPublished("2");
    assertThat(Files.isSymbolicLink(root.resolve("claims"))).isFalse();
  }

  @Test
  void foldersAgain_leaveNoLinks() throws IOException {
    publish("1", TABLES);
    PlainTables plain = new PlainTables(folder);
    Path staging = root.resolve("_work/written-2/new");
    for (String table : TABLES) {
      write(staging.resolve(table), "2");
    }
    Map<String, Manifest.Table> tables = new TreeMap<>();
    TABLES.forEach(table -> tables.put(table, new Manifest.Table(1, List.of())));
    plain.put(Manifest.of("2", new Manifest.Origin("plan", "work"), tables), () -> {});
    for (String table : TABLES) {
      assertThat(Files.isSymbolicLink(root.resolve(table))).isFalse();
      assertThat(root.resolve(table).resolve("x.parquet")).hasContent("2");
    }
    assertThat(root.resolve("_tables/1")).doesNotExist();
    assertThat(LinkedTables.current(folder)).isEmpty();
  }

  @Test
  void processThatOversleptBeforeTheSwitch_changesNothingOfALaterOne() throws IOException {
    publish("1", TABLES);
    Manifest late = written("2", TABLES);
    assertThatThrownBy(() -> layout.put(late, this::publishLater))
        .hasMessageStartingWith("cannot rename ");
    assertPublished("3");
    assertThat(root.resolve("claims/x.parquet")).hasContent("3");
  }

  /** What a later holder of the lease does while the earlier one sleeps. */
  private void publishLater() {
    TableLayout.repair(folder, 1, () -> {});
    try {
      publish("3", List.of("claims", "points", "trials"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
