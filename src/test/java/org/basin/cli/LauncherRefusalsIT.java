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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a user can write wrong of clusters and of spark-submit's options is one line of the
 * launcher, which says it before any JVM of Spark starts. Spark would show its whole help, a stack
 * trace, or nothing.
 */
class LauncherRefusalsIT {

  @TempDir static Path folder;
  private static Path home;

  @BeforeAll
  static void makeSpark() throws IOException {
    home = FakeSpark.in(folder);
    Files.writeString(folder.resolve("sweep.conf"), "");
    Files.createDirectories(folder.resolve("no-yarn-here"));
  }

  private static Launched launch(Map<String, String> more, String command)
      throws IOException, InterruptedException {
    Map<String, String> environment = new HashMap<>(more);
    environment.putIfAbsent("HADOOP_CONF_DIR", "");
    return Launched.basin(folder, environment, command.split(" "));
  }

  private static void assertRefused(Launched launched, String message) {
    assertThat(launched.err()).isEqualTo("basin: " + message + "\n");
    assertThat(launched.status()).isEqualTo(2);
    assertThat(launched.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--conf spark.foo|--conf spark.foo must be KEY=VALUE",
        "--driver-memory lots|--driver-memory lots is no amount of memory; write 4g or 512m",
        "--executor-memory 4q|--executor-memory 4q is no amount of memory; write 4g or 512m",
        "--conf spark.driver.memory=x|spark.driver.memory x is no amount of memory; write 4g or 512m",
        "--executor-cores all|--executor-cores all must be a whole number",
        "--deploy-mode sideways|--deploy-mode sideways must be client or cluster",
        "--properties-file nope|--properties-file nope: no such file, or not readable",
        "--jars sweep.conf,nope.jar|--jars nope.jar: no such file",
        "--files file:/nope.csv|--files /nope.csv: no such file",
        "--driver-class-path sweep.conf:/nope|--driver-class-path /nope: no such file",
        "--packages org.nope|--packages org.nope must be GROUP:ARTIFACT:VERSION",
        "--master k8s://|master k8s:// is none of local, local[CORES], spark://HOST:PORT, yarn,"
            + " k8s://URL",
        "--deploy-mode cluster|--deploy-mode cluster needs the --master of a cluster",
        "--master spark://head:7077 --deploy-mode cluster|--deploy-mode cluster starts Basin on"
            + " another machine; give --output there, such as hdfs:///basin",
        "--master spark://head:7077 --secure|--secure needs the secret that master and workers of"
            + " spark://head:7077 know; set _SPARK_AUTH_SECRET",
        "--master yarn|--master yarn needs the cluster's configuration; set HADOOP_CONF_DIR or"
            + " YARN_CONF_DIR",
      })
  void wrongOption_isOneLine(String options, String message)
      throws IOException, InterruptedException {
    assertRefused(
        launch(Map.of("SPARK_HOME", home.toString()), "run sweep.conf " + options), message);
  }

  @Test
  void filesElsewhere_areNotLookedFor() throws IOException, InterruptedException {
    Launched launched =
        launch(
            Map.of("SPARK_HOME", home.toString()),
            "run sweep.conf --jars hdfs:///a.jar,local:/b.jar,*.jar --archives sweep.conf#env");
    assertThat(launched.status()).as(launched.err()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"yarn", "k8s://https://head:6443"})
  void clusterOfOthers_needsAnInstalledSpark(String master)
      throws IOException, InterruptedException {
    assertRefused(
        launch(Map.of(), "run sweep.conf --master " + master),
        "--master "
            + master
            + " needs a Spark installed for it, which this one is not; set SPARK_HOME");
  }

  @Test
  void sparkThatLacksSomething_isNamed() throws IOException, InterruptedException {
    String yarn = folder.resolve("no-yarn-here").toString();
    assertRefused(
        launch(
            Map.of("SPARK_HOME", home.toString(), "HADOOP_CONF_DIR", yarn),
            "run sweep.conf --master yarn"),
        "--master yarn finds no yarn-site.xml in " + yarn + "; correct HADOOP_CONF_DIR");
    Path bare = FakeSpark.in(Files.createDirectories(folder.resolve("bare")));
    Map<String, String> environment = Map.of("SPARK_HOME", bare.toString());
    Files.delete(FakeSpark.jar(bare, "kubernetes"));
    assertRefused(
        launch(environment, "run sweep.conf --master k8s://https://head:6443"),
        "SPARK_HOME="
            + bare
            + " is a Spark without kubernetes: it has no jars/spark-kubernetes_2.13-*.jar");
    Files.move(FakeSpark.jar(bare, "sql"), bare.resolve("jars/spark-sql_2.13-3.4.1.jar"));
    assertThat(launch(environment, "run sweep.conf").err())
        .hasLineCount(1)
        .startsWith(
            "basin: SPARK_HOME=" + bare + " is Spark 3.4.1; this Basin is built for Spark ");
    Files.delete(bare.resolve("jars/spark-sql_2.13-3.4.1.jar"));
    assertRefused(
        launch(environment, "run sweep.conf"),
        "SPARK_HOME="
            + bare
            + " has no jars/spark-sql_2.13-*.jar; Basin needs a Spark for Scala 2.13");
  }

  /** Only Spark can tell, and it tells in a stack trace, of which one line is left. */
  @Test
  void failureBeforeBasinStarts_isOneLine() throws IOException, InterruptedException {
    Launched launched =
        launch(
            Map.of(),
            "run sweep.conf --master local[1] --proxy-user a --principal b --keytab sweep.conf");
    assertThat(launched.status()).isEqualTo(1);
    assertThat(launched.err().lines()).as(launched.err()).hasSize(1);
    assertThat(launched.err()).startsWith("basin: Spark failed: ");
  }

  /** The launcher asks, since Spark tries for minutes and has no Basin beside it yet. */
  @Test
  void clusterThatDoesNotAnswer_isTold_whereTheDriverStartsThere()
      throws IOException, InterruptedException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path hadoop = Files.createDirectories(folder.resolve("hadoop"));
    Files.writeString(
        hadoop.resolve("yarn-site.xml"),
        """
        <configuration><property>
          <name>yarn.resourcemanager.address</name>
          <value>127.0.0.1:%d</value>
        </property></configuration>
        """
            .formatted(port));
    Map<String, String> environment =
        Map.of("SPARK_HOME", home.toString(), "HADOOP_CONF_DIR", hadoop.toString());
    for (String master :
        List.of("yarn", "k8s://https://127.0.0.1:" + port, "spark://127.0.0.1:" + port)) {
      Launched launched =
          launch(
              environment, "run /sweep.conf --output /x --deploy-mode cluster --master " + master);
      assertThat(launched.err())
          .isEqualTo(
              "basin: cannot reach the cluster %s: nothing answers at 127.0.0.1:%d%n"
                  .formatted(master, port));
      assertThat(launched.status()).isEqualTo(3);
    }
  }

  @Test
  void fileOfThisMachine_isInNoPod() throws IOException, InterruptedException {
    assertRefused(
        launch(
            Map.of("SPARK_HOME", home.toString()),
            "run sweep.conf --output /x --deploy-mode cluster --master k8s://https://127.0.0.1:1"),
        "sweep.conf is a file of this machine; give its path in the pods, as /sweeps/sweep.conf");
  }
}
