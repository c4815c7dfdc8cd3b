package org.basin.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InvalidClassException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.basin.engine.health.ExecutorReport;
import org.basin.engine.health.HealthSettings;
import org.basin.engine.storage.MachineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What doctor says of machines where something is wrong. */
class ChecksTest {
  private static final long GB = 1L << 30;
  private static final HealthSettings SETTINGS = HealthSettings.load();

  @TempDir private Path folder;

  @Test
  void heap_isComparedWithTheMemory() {
    assertThat(MachineCheck.memory(4 * GB, 16 * GB, SETTINGS).level()).isEqualTo(Finding.Level.OK);
    assertThat(MachineCheck.memory(GB / 2, 16 * GB, SETTINGS).fix()).contains("--driver-memory");
    assertThat(MachineCheck.memory(15 * GB, 16 * GB, SETTINGS).level())
        .isEqualTo(Finding.Level.WARNING);
    assertThat(MachineCheck.memory(17 * GB, 16 * GB, SETTINGS).level())
        .isEqualTo(Finding.Level.PROBLEM);
  }

  @Test
  void output_thatCannotBeMade_isAProblem() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    Finding below = DiskCheck.output(file.resolve("output"), SETTINGS);
    assertThat(below.level()).isEqualTo(Finding.Level.PROBLEM);
    assertThat(below.fix()).contains("--output");
    assertThat(DiskCheck.output(folder.resolve("new/output"), SETTINGS).level())
        .isNotEqualTo(Finding.Level.PROBLEM);
    assertThat(folder.toFile().list()).containsExactly("file");
  }

  @Test
  void fullDisk_isAWarning() {
    HealthSettings greedy = new HealthSettings(0, 1, Long.MAX_VALUE, 80, 1);
    assertThat(DiskCheck.output(folder, greedy).level()).isEqualTo(Finding.Level.WARNING);
  }

  @Test
  void temporaryFolder_mustAllowPrograms() {
    assertThat(DiskCheck.temporary(folder, true, SETTINGS).found()).contains("noexec");
    assertThat(DiskCheck.temporary(folder.resolve("none"), false, SETTINGS).level())
        .isEqualTo(Finding.Level.PROBLEM);
    List<String> mounts = List.of("/dev/a / ext4 rw 0 0", "tmpfs /tmp tmpfs rw,noexec 0 0");
    assertThat(DiskCheck.isWithoutPrograms(Path.of("/tmp/x"), mounts)).isTrue();
    assertThat(DiskCheck.isWithoutPrograms(Path.of("/var/tmp"), mounts)).isFalse();
  }

  @Test
  void oldJava_andMissingOptions_areTold() {
    assertThat(JavaCheck.version(Runtime.Version.parse("11.0.2")).level())
        .isEqualTo(Finding.Level.PROBLEM);
    assertThat(JavaCheck.options("the JVM lacks options").fix()).contains("submit/basin");
    assertThat(MachineCheck.vectors(false).level()).isEqualTo(Finding.Level.WARNING);
  }

  @Test
  void surroundings_areTold() {
    assertThat(SurroundingsCheck.locale("ANSI_X3.4-1968").fix()).contains("LC_ALL");
    assertThat(SurroundingsCheck.terminal(60, Map.of("TERM", "xterm"), SETTINGS).level())
        .isEqualTo(Finding.Level.WARNING);
    assertThat(SurroundingsCheck.terminal(0, Map.of(), SETTINGS).level())
        .isEqualTo(Finding.Level.OK);
    assertThat(SurroundingsCheck.python("no-such-python", SETTINGS).found())
        .isEqualTo("no no-such-python; only notebooks need it");
  }

  @Test
  void executors_thatDiffer_orCannotTrain_areTold() {
    ExecutorReport first = new ExecutorReport("a", "Zen; Java 17", "", "");
    ExecutorReport other = new ExecutorReport("b", "Skylake; Java 25", "", "");
    ExecutorReport broken = new ExecutorReport("c", "", "cannot train on c: no library", "");
    assertThat(ClusterCheck.of(List.of(first)))
        .extracting(Finding::level)
        .containsExactly(Finding.Level.OK);
    assertThat(ClusterCheck.of(List.of(first, other)))
        .extracting(Finding::level)
        .containsExactly(Finding.Level.WARNING);
    assertThat(ClusterCheck.of(List.of(first, broken)))
        .extracting(Finding::level)
        .containsExactly(Finding.Level.PROBLEM);
  }

  @Test
  void failureOfSpark_isToldByItsCause_notAsAWrongMaster() {
    assertFix(new IllegalArgumentException("[INVALID_DRIVER_MEMORY] System memory 3"), "--driver-");
    assertFix(new IllegalArgumentException("[INVALID_EXECUTOR_MEMORY] x"), "--executor-memory");
    assertFix(new OutOfMemoryError("Java heap space"), "memory");
    assertFix(new NoClassDefFoundError("org/apache/spark/Missing"), "class path");
    assertFix(new InvalidClassException("a.B", "local class incompatible"), "same versions");
    assertFix(new BindException("Cannot assign requested address"), "SPARK_LOCAL_IP");
    assertFix(new MachineException("cannot reach the cluster spark://a:1: refused"), "the master");
    assertFix(new MachineException("no executor answered within 9 s"), "cores are free");
    assertFix(new IOException("No space left on device"), "room on the disk");
    Finding unknown = SparkCheck.failed(new IllegalStateException("odd\nsecond line"));
    assertThat(unknown.found()).isEqualTo("IllegalStateException: odd");
    assertThat(unknown.fix()).contains("log").doesNotContain("--master");
  }

  /** The cause is found alone and below another exception, and it is the one that is told. */
  private static void assertFix(Throwable cause, String fix) {
    for (Throwable failure : List.of(cause, new IllegalStateException("outer", cause))) {
      Finding finding = SparkCheck.failed(failure);
      assertThat(finding.level()).isEqualTo(Finding.Level.PROBLEM);
      assertThat(finding.fix()).contains(fix);
      assertThat(finding.found()).contains(cause.getMessage().split(" ", 2)[0]);
    }
  }

  @Test
  void lines_fitATerminal() {
    Finding finding = Finding.problem("temporary files", "x ".repeat(80), "y ".repeat(80));
    assertThat(finding.lines()).allMatch(line -> line.length() <= 80);
    assertThat(finding.lines().get(0)).startsWith("problem  temporary files  x");
  }
}
