package org.basin.engine.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.basin.engine.storage.MachineException;
import org.basin.engine.storage.SweepFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Publications in folders of their own, as an object store has them, also where a process sleeps
 * after its last look at the lease: what others do meanwhile is done by the fence.
 */
class NumberedTablesTest {

  @TempDir java.nio.file.Path output;
  private SweepFolder folder;

  @BeforeEach
  void makeFolder() {
    folder = SweepFolder.of(new Configuration(), output.toString(), "s");
  }

  /** Writes a publication, to which nothing leads yet. */
  private Manifest written(long lease, String id) {
    folder.write(new NumberedTables(folder, lease).staging(id).suffix("/trials/x.parquet"), id);
    return Manifest.of(id, new Manifest.Origin("plan", "work"), Map.of());
  }

  /** A fence that lets everybody pass. */
  private static void passed() {
    // Nothing happens.
  }

  private void put(long lease, Manifest manifest) {
    new NumberedTables(folder, lease).put(manifest, NumberedTablesTest::passed);
  }

  private boolean exists(String id) {
    return folder.exists(new NumberedTables(folder, 0).staging(id));
  }

  @Test
  void publicationBefore_isKeptUntilTheNext() {
    put(1, written(1, "a"));
    put(2, written(2, "b"));
    assertThat(NumberedTables.current(folder)).contains("b");
    assertThat(exists("a")).isTrue();
    put(3, written(3, "c"));
    assertThat(exists("a")).isFalse();
    assertThat(exists("b")).isTrue();
  }

  @Test
  void writerThatOverslept_changesNothing() {
    Manifest late = written(1, "a");
    new NumberedTables(folder, 1).put(late, () -> put(2, written(2, "b")));
    assertThat(NumberedTables.current(folder)).contains("b");
    assertThat(exists("b")).isTrue();
  }

  /** Readers were once led to what a later holder had deleted. */
  @Test
  void writerWhosePublicationWasDropped_neverLeadsReadersToIt() {
    put(1, written(1, "a"));
    Manifest late = written(3, "b");
    Runnable sleep = () -> NumberedTables.repair(folder, 5, NumberedTablesTest::passed);
    assertThatThrownBy(() -> new NumberedTables(folder, 3).put(late, sleep))
        .isInstanceOf(MachineException.class)
        .hasMessageContaining("has dropped the publication b");
    assertThat(exists("b")).isFalse();
    assertThat(NumberedTables.current(folder)).contains("a");
  }

  @Test
  void repair_leavesWhatHasBecomeCurrent() {
    NumberedTables.repair(folder, 1, NumberedTablesTest::passed);
    assertThat(NumberedTables.current(folder)).isEqualTo(Optional.empty());
    put(1, written(1, "a"));
    put(3, written(3, "b"));
    NumberedTables.repair(folder, 5, NumberedTablesTest::passed);
    assertThat(NumberedTables.current(folder)).contains("b");
    assertThat(exists("b")).isTrue();
  }
}
