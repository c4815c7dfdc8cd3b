package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.SecurityManager;
import org.apache.spark.SparkConf;
import org.apache.spark.network.TransportContext;
import org.apache.spark.network.client.TransportClient;
import org.apache.spark.network.crypto.AuthClientBootstrap;
import org.apache.spark.network.server.NoOpRpcHandler;
import org.apache.spark.network.util.MapConfigProvider;
import org.apache.spark.network.util.TransportConf;
import org.basin.testing.ExtensionJar;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import scala.Option;
import scala.Tuple2;

/**
 * A run on one machine that would last for hours: it listens where no other machine reaches it, it
 * answers nobody who does not know its secret, and it ends when it is told to. Its model is of a
 * jar, {@code examples/extension}: if a task could not load it, the run would end by itself.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LocalRunIT {

  private static final String ENDLESS =
      """
      sweep {
        name = endless
        seeds { count = 1 }
        trial {
          data { kind = interval-grid, from = -1, to = 1, samples = 20, target = "0.5 * x1" }
          model = diagonal-linear
          init { kind = gaussian, std = 0.1 }
          loss { kind = squared, reduction = half-sum }
          optimiser { kind = gradient-descent, step-size = 1e-9 }
          stop { max-steps = 1000000000 }
          observe { at = log, probes = [loss] }
        }
      }
      """;

  private static final int HANG_GUARD_SECONDS = 240;

  @TempDir static Path folder;
  private static Path log;
  private static Process run;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("endless.conf"), ENDLESS);
    log = folder.resolve("log");
    String jar = ExtensionJar.pack(folder).toString();
    run = Launched.start(folder, log, "run", "endless.conf", "--jars", jar);
    Path inFlight = folder.resolve("output/endless/_work/in-flight");
    for (int tenth = 0; tenth < 10 * HANG_GUARD_SECONDS && !trains(inFlight); tenth++) {
      assertThat(run.isAlive()).as(Files.readString(log)).isTrue();
      Thread.sleep(100);
    }
    assertThat(trains(inFlight)).as(Files.readString(log)).isTrue();
  }

  @AfterAll
  static void stop() throws InterruptedException {
    run.destroyForcibly().waitFor();
  }

  /** Whether a task has recorded what it trains. */
  private static boolean trains(Path inFlight) throws IOException {
    if (!Files.exists(inFlight)) {
      return false;
    }
    try (Stream<Path> files = Files.list(inFlight)) {
      return files.anyMatch(file -> file.getFileName().toString().startsWith("task-"));
    }
  }

  private static Set<String> listening() throws IOException {
    assumeTrue(ListeningSockets.areTold(), "no /proc/net/tcp");
    Set<String> listening = new TreeSet<>(ListeningSockets.of(run.pid()));
    for (ProcessHandle child : run.descendants().toList()) {
      listening.addAll(ListeningSockets.of(child.pid()));
    }
    return listening;
  }

  /** Of the driver and of its blocks; there is no page. */
  @Test
  @Order(1)
  void run_listensOnTwoPortsOfTheLoopback() throws IOException {
    assertThat(listening()).hasSize(2).allSatisfy(port -> assertThat(port).containsOnlyDigits());
  }

  @Test
  @Order(2)
  void stranger_isRefusedOnEachPort() throws IOException {
    for (String port : listening()) {
      for (String secret : List.of("", "a guess")) {
        assertThatThrownBy(() -> ask(Integer.parseInt(port), secret))
            .as("port %s, secret '%s'", port, secret)
            .satisfies(
                refused ->
                    assertThat(refused.toString())
                        .contains("org.apache.spark.network.crypto.Auth"));
      }
    }
  }

  @Test
  @Order(3)
  void stoppedRun_saysThatItStoppedAndNothingElse() throws IOException, InterruptedException {
    run.destroy();
    assertThat(run.waitFor(HANG_GUARD_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(log).strip())
        .isEqualTo(
            "basin: stopped. The trials of endless that are committed are kept; the same command"
                + " trains the others.");
    assertThat(run.exitValue()).isEqualTo(143);
  }

  /**
   * Sends a message in Spark's protocol; with a secret, it first tries to prove that it knows it.
   */
  private static void ask(int port, String secret) throws IOException, InterruptedException {
    SparkConf conf =
        new SparkConf(false)
            .set("spark.authenticate", "true")
            .set("spark.authenticate.secret", secret)
            .set("spark.network.crypto.enabled", "true")
            .set("spark.network.crypto.saslFallback", "false");
    SecurityManager security = new SecurityManager(conf, Option.empty(), null);
    Map<String, String> settings = new HashMap<>();
    for (Tuple2<String, String> each : conf.getAll()) {
      settings.put(each._1(), each._2());
    }
    TransportConf transport = new TransportConf("rpc", new MapConfigProvider(settings));
    try (TransportContext context = new TransportContext(transport, new NoOpRpcHandler());
        var factory =
            context.createClientFactory(
                secret.isEmpty()
                    ? List.of()
                    : List.of(new AuthClientBootstrap(transport, "app", security)));
        TransportClient client = factory.createUnmanagedClient("127.0.0.1", port)) {
      ByteBuffer message = ByteBuffer.wrap("open".getBytes(StandardCharsets.UTF_8));
      client.sendRpcSync(message, 20_000);
    }
  }
}
