package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The options that the launcher gives the processes of each kind of cluster, shown by a fake
 * spark-submit that prints them.
 */
class LauncherOptionsIT {

  private static final String THREADS = "OPENBLAS_NUM_THREADS=1";
  private static final String KERNELS = "OPENBLAS_AVX512=SkylakeX";

  @TempDir static Path folder;
  private static Path home;

  @BeforeAll
  static void makeSpark() throws IOException {
    home = Files.createDirectories(folder.resolve("spark"));
    Path submit = Files.createDirectories(home.resolve("bin")).resolve("spark-submit");
    Files.writeString(submit, "#!/bin/sh\nprintf '%s\\n' \"$@\"\nenv\n");
    Files.setPosixFilePermissions(submit, PosixFilePermissions.fromString("rwx------"));
  }

  private static List<String> launch(Map<String, String> environment, String... options)
      throws IOException, InterruptedException {
    Map<String, String> all = new HashMap<>(environment);
    all.put("SPARK_HOME", home.toString());
    all.put("HADOOP_CONF_DIR", folder.toString()); // Without one, there is no YARN to be found.
    Launched launched = Launched.basin(folder, all, options);
    assertThat(launched.status()).as(launched.err()).isZero();
    return launched.out().lines().toList();
  }

  @Test
  void oneMachine_needsOnlyTheLaunchersOwnEnvironment() throws IOException, InterruptedException {
    assertThat(launch(Map.of(), "run"))
        .contains(THREADS, KERNELS, "OPENBLAS_AVX2=Haswell", "MALLOC_TRIM_THRESHOLD_=1000000000")
        .noneMatch(line -> line.startsWith("spark.executorEnv"));
  }

  @Test
  void standaloneCluster_givesItToExecutors() throws IOException, InterruptedException {
    assertThat(launch(Map.of(), "--master", "spark://head:7077", "run"))
        .contains(THREADS, "spark.executorEnv." + THREADS, "spark.executorEnv." + KERNELS)
        .contains("spark.executorEnv.MALLOC_MMAP_THRESHOLD_=1000000000");
  }

  @Test
  void yarn_givesItToTheDriverToo() throws IOException, InterruptedException {
    assertThat(launch(Map.of(), "--master=yarn", "--deploy-mode", "cluster", "run"))
        .contains("spark.executorEnv." + KERNELS, "spark.yarn.appMasterEnv." + KERNELS);
  }

  @Test
  void kubernetes_givesItToTheDriverToo() throws IOException, InterruptedException {
    assertThat(launch(Map.of(), "--master", "k8s://https://head:6443", "run"))
        .contains("spark.executorEnv." + KERNELS, "spark.kubernetes.driverEnv." + KERNELS);
  }

  @Test
  void usersOwn_wins() throws IOException, InterruptedException {
    Path properties =
        Files.writeString(
            folder.resolve("user.conf"), "spark.executorEnv.OPENBLAS_AVX512 Haswell\n");
    assertThat(
            launch(
                Map.of("OPENBLAS_CORETYPE", "Zen", "OPENBLAS_NUM_THREADS", "2"),
                "--master=yarn",
                "--properties-file=" + properties,
                "run"))
        .contains("spark.executorEnv.OPENBLAS_NUM_THREADS=2")
        .contains("spark.executorEnv.OPENBLAS_CORETYPE=Zen")
        .contains("spark.yarn.appMasterEnv.OPENBLAS_CORETYPE=Zen")
        .doesNotContain("spark.executorEnv." + KERNELS);
  }
}
