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
import org.apache.spark.SecurityManager;
import org.apache.spark.SparkConf;
import org.apache.spark.network.TransportContext;
import org.apache.spark.network.client.TransportClient;
import org.apache.spark.network.crypto.AuthClientBootstrap;
import org.apache.spark.network.server.NoOpRpcHandler;
import org.apache.spark.network.util.MapConfigProvider;
import org.apache.spark.network.util.TransportConf;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.Option;
import scala.Tuple2;

/**
 * A run on one machine listens where no other machine reaches it, and answers nobody who does not
 * know its secret. The run is one that would last for hours.
 */
class LocalPortsIT {

  private static final String LONG =
      """
      sweep {
        name = long
        seeds { count = 1, vary = [init] }
        trial {
          data { kind = circle-grid, samples = 100, target = "relu(x1)^2" }
          model { kind = squared-relu, width = 100 }
          init { kind = gaussian, std = 0.1 }
          loss { kind = squared, reduction = half-sum }
          optimiser { kind = gradient-descent, step-size = 1e-9 }
          stop { max-steps = 1000000000 }
          observe { at = log, probes = [loss] }
        }
      }
      """;

  @TempDir static Path folder;
  private static Process run;
  private static Set<String> listening;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    assumeTrue(ListeningSockets.areTold(), "no /proc/net/tcp");
    Files.writeString(folder.resolve("long.conf"), LONG);
    Path log = folder.resolve("log");
    run = Launched.start(folder, log, "run", "long.conf");
    Path claim = folder.resolve("output/long/_work/runs");
    for (int tenth = 0; tenth < 1200 && !Files.exists(claim); tenth++) {
      assertThat(run.isAlive()).as(Files.readString(log)).isTrue();
      Thread.sleep(100);
    }
    assertThat(claim).as(Files.readString(log)).exists();
    listening = new TreeSet<>(ListeningSockets.of(run.pid()));
    for (ProcessHandle child : run.descendants().toList()) {
      listening.addAll(ListeningSockets.of(child.pid()));
    }
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (run != null) {
      run.destroyForcibly().waitFor();
    }
  }

  /** Of the driver and of its blocks; there is no page. */
  @Test
  void run_listensOnTwoPortsOfTheLoopback() {
    assertThat(listening).hasSize(2).allSatisfy(port -> assertThat(port).containsOnlyDigits());
  }

  @Test
  void stranger_isRefusedOnEachPort() {
    for (String port : listening) {
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
