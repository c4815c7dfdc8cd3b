package org.basin.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the launcher's command asks of Kubernetes. The launcher, spark-submit and Spark's client are
 * real; the server accepts all that it is asked to make, remembers it, and runs nothing.
 */
class KubernetesSoak {

  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  private static Path spark;

  /** The launcher's Spark with what it needs for Kubernetes. */
  @BeforeAll
  static void installSpark() throws IOException, InterruptedException {
    Launched.basin(folder, "--help");
    Path fetched = ROOT.resolve("target/kubernetes-jars");
    Process maven =
        new ProcessBuilder(
                "mvn",
                "--batch-mode",
                "--quiet",
                "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy-dependencies",
                "-DoutputDirectory=" + fetched,
                "-DincludeScope=runtime")
            .directory(ROOT.resolve("src/test/kubernetes").toFile())
            .inheritIO()
            .start();
    assertThat(maven.waitFor()).isZero();
    try (Stream<Path> all = Files.list(fetched)) {
      spark = InstalledSpark.with(all.toList(), "kubernetes");
    }
  }

  @Test
  void guidesCommand_asksForTheDriversPod() throws IOException, InterruptedException {
    ConcurrentLinkedQueue<JsonNode> made = new ConcurrentLinkedQueue<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answer(exchange, made));
    server.start();
    Launched launched;
    try {
      String template = ROOT.resolve("submit/kubernetes/pod.yaml").toString();
      launched =
          Launched.basin(
              folder,
              Map.of("SPARK_HOME", spark.toString(), "SPARK_SCALA_VERSION", "2.13"),
              "run",
              "/sweeps/sweep.conf",
              "--output",
              "/results",
              "--secure",
              "--master",
              "k8s://http://127.0.0.1:" + server.getAddress().getPort(),
              "--deploy-mode",
              "cluster",
              "--conf",
              "spark.kubernetes.container.image=registry/basin:0.1.0",
              "--conf",
              "spark.kubernetes.driver.podTemplateFile=" + template,
              "--conf",
              "spark.kubernetes.executor.podTemplateFile=" + template,
              "--conf",
              "spark.kubernetes.authenticate.driver.serviceAccountName=spark",
              "--conf",
              "spark.executor.instances=4",
              "--executor-memory",
              "4g",
              "--conf",
              "spark.kubernetes.submission.waitAppCompletion=false");
    } finally {
      server.stop(0);
    }
    assertThat(launched.status()).as(launched.err()).isZero();
    assertThat(launched.err()).doesNotContain("warn:", "error:", "\tat ");

    JsonNode pod = only(made, "Pod");
    assertThat(pod.at("/spec/serviceAccountName").asText()).isEqualTo("spark");
    assertThat(pod.at("/spec/securityContext/runAsUser").asInt()).isEqualTo(185);
    JsonNode driver = pod.at("/spec/containers/0");
    assertThat(driver.at("/image").asText()).isEqualTo("registry/basin:0.1.0");
    List<String> words = texts(driver.at("/args"), "");
    assertThat(words)
        .startsWith("driver")
        .containsSequence("--class", "org.basin.cli.Basin")
        .endsWith(
            "local:///opt/basin/basin.jar", "run", "/sweeps/sweep.conf", "--output", "/results");
    assertThat(texts(driver.at("/volumeMounts"), "/mountPath")).contains("/results", "/sweeps");
    assertThat(texts(driver.at("/env"), "/name"))
        .contains("OPENBLAS_NUM_THREADS", "OPENBLAS_AVX512", "MALLOC_TRIM_THRESHOLD_");
    String properties =
        made.stream()
            .filter(each -> each.at("/kind").asText().equals("ConfigMap"))
            .map(each -> each.at("/data/spark.properties").asText())
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElseThrow();
    assertThat(properties)
        .contains(
            "spark.authenticate=true", "spark.executor.memory=4g", "spark.executor.instances=4")
        .contains("jdk.incubator.vector", "spark.executorEnv.OPENBLAS_AVX512=SkylakeX");
  }

  /** As a server does, it gives back what was made, with an identity. */
  private static void answer(HttpExchange exchange, ConcurrentLinkedQueue<JsonNode> made)
      throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    byte[] reply = "{\"kind\":\"Status\",\"status\":\"Failure\",\"code\":404}".getBytes(UTF_8);
    int status = 404;
    if (body.length > 0 && !exchange.getRequestMethod().equals("DELETE")) {
      JsonNode all = JSON.readTree(body);
      if (all.at("/metadata").isObject()) {
        ((ObjectNode) all.at("/metadata")).put("uid", "uid-" + made.size());
      }
      made.add(all);
      reply = JSON.writeValueAsBytes(all);
      status = exchange.getRequestMethod().equals("POST") ? 201 : 200;
    }
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, reply.length);
    exchange.getResponseBody().write(reply);
    exchange.close();
  }

  private static JsonNode only(ConcurrentLinkedQueue<JsonNode> made, String kind) {
    List<JsonNode> all =
        made.stream().filter(each -> each.at("/kind").asText().equals(kind)).toList();
    assertThat(all).as("%s among %s", kind, made).hasSize(1);
    return all.get(0);
  }

  private static List<String> texts(JsonNode list, String at) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(each -> at.isEmpty() ? each.asText() : each.at(at).asText())
        .toList();
  }
}
