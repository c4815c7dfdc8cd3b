package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
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
    home = FakeSpark.in(folder);
    Files.createFile(folder.resolve("yarn-site.xml"));
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
    assertThat(launch(Map.of(), "--master=yarn", "--deploy-mode", "cluster", "run", "--output=/x"))
        .contains("spark.executorEnv." + KERNELS, "spark.yarn.appMasterEnv." + KERNELS);
  }

  @Test
  void driverElsewhere_getsTheFilesOfTheCommand() throws IOException, InterruptedException {
    Path sweep = Files.writeString(folder.resolve("my sweep.conf"), "");
    Path more = Files.writeString(folder.resolve("more.csv"), "");
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<String> words =
          launch(
              Map.of(),
              "run",
              sweep.toString(),
              "--master=k8s://https://127.0.0.1:" + server.getLocalPort(),
              "--deploy-mode=cluster",
              "--conf=spark.kubernetes.file.upload.path=s3a://x/y",
              "--files=" + more,
              "--output=hdfs:///x");
      assertThat(words)
          .containsSequence("--files", more + "," + sweep)
          .containsSequence("run", "my sweep.conf", "--output=hdfs:///x");
    }
  }

  @Test
  void secure_isOneOption() throws IOException, InterruptedException {
    assertThat(
            launch(
                Map.of("_SPARK_AUTH_SECRET", "x"),
                "--secure",
                "--master=spark://head:7077",
                "--conf",
                "spark.io.encryption.enabled=false",
                "run"))
        .contains("spark.authenticate=true", "spark.network.crypto.enabled=true")
        .doesNotContain("--secure")
        // Spark takes the last value, which is the user's.
        .containsSubsequence(
            "spark.io.encryption.enabled=true", "spark.io.encryption.enabled=false");
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
