package org.basin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.storage.MachineException;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.Sweep;
import org.basin.testing.DecayTrials;
import org.basin.testing.SharedSpark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that is full, and a disk that cannot be written. Both are small file systems in memory,
 * which only root can mount; for others the tests are skipped, and {@link CountdownIT} does the
 * same to each change.
 */
class FullDiskIT {

  private static final SparkSession SPARK = SharedSpark.session();
  private static final Sweep FEW = DecayTrials.sweep("full", 2, List.of(0.1, 0.2));
  private static final Sweep MORE = DecayTrials.sweep("full", 12, List.of(0.1, 0.2));

  @TempDir Path home;

  private Path disk() throws IOException, InterruptedException {
    Path disk = Files.createDirectory(home.resolve("disk"));
    assumeTrue(does("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.toString()), "not root");
    return disk;
  }

  private static boolean does(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
  }

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    var unused = does("umount", "-l", home.resolve("disk").toString());
  }

  private static RunSummary run(Sweep sweep, Path output) {
    return Jobs.job(SPARK, Jobs.manySlices()).run(sweep, output.toString());
  }

  private static SweepFolder folder(Path output) {
    return SweepFolder.of(new Configuration(), output.toString(), "full");
  }

  @Test
  void fullDisk_isNamed_losesNothing_andIsResumedOnceThereIsRoom()
      throws IOException, InterruptedException {
    Path disk = disk();
    run(FEW, disk);
    var before = ReadTables.current(folder(disk));
    Path filling = disk.resolve("filling");
    long free = Files.getFileStore(disk).getUsableSpace();
    Files.write(filling, new byte[(int) free - 40_000]);

    assertThatThrownBy(() -> run(MORE, disk))
        .isInstanceOf(MachineException.class)
        .hasMessageContaining("No space left on device")
        .hasMessageNotContaining("\n");
    assertThat(ReadTables.current(folder(disk))).isEqualTo(before);

    Files.delete(filling);
    assertThat(run(MORE, disk).missing()).isZero();
    run(MORE, home.resolve("undisturbed"));
    assertThat(ReadTables.current(folder(disk)))
        .isEqualTo(ReadTables.current(folder(home.resolve("undisturbed"))));
  }

  @Test
  void readOnlyDisk_isNamed_andCanStillBeQueried() throws IOException, InterruptedException {
    Path disk = disk();
    run(FEW, disk);
    assertThat(does("mount", "-o", "remount,ro", disk.toString())).isTrue();

    assertThatThrownBy(() -> run(MORE, disk))
        .isInstanceOf(MachineException.class)
        .hasMessageContaining("Read-only file system")
        .hasMessageNotContaining("\n");
    SqlJob sql = new SqlJob(SPARK, Jobs.settings());
    assertThat(sql.query(folder(disk), "SELECT * FROM trials").count()).isEqualTo(8);

    assertThat(does("mount", "-o", "remount,rw", disk.toString())).isTrue();
    assertThat(run(MORE, disk).missing()).isZero();
  }
}
