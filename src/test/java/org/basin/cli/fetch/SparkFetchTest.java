package org.basin.cli.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkFetchTest {
  private static final String A = "org/x/a/1.0/a-1.0.jar";
  private static final String B = "org/x/b_2.13/1.0/b_2.13-1.0.jar";

  @TempDir Path folder;
  private Path repository;
  private Path jars;
  private Path list;

  @BeforeEach
  void repositoryOfTwoJars() throws Exception {
    repository = folder.resolve("a repository, #1 of 100%");
    jars = folder.resolve("spark/jars");
    list = folder.resolve("list");
    Files.writeString(list, line(A, "jar a") + line(B, "jar b"));
    write(A, "jar a");
    write(B, "jar b");
  }

  @Test
  void jars_comeFromAFolder() throws Exception {
    assertThat(fetch(repository.toString())).contains("2 jars").contains("fetched Spark");
    assertThat(fetched()).containsExactly("a-1.0.jar", "b_2.13-1.0.jar");
    assertThat(jars.resolve("a-1.0.jar")).hasContent("jar a");
  }

  @Test
  void jarThatIsThere_isNotFetchedAgain_unlessItIsAnother() throws Exception {
    fetch(repository.toString());
    Files.delete(repository.resolve(A));
    assertThat(fetch(repository.toString())).contains("fetched Spark");
    Files.writeString(jars.resolve("b_2.13-1.0.jar"), "cut");
    assertThat(fetch(repository.toString())).contains("fetched Spark");
    assertThat(jars.resolve("b_2.13-1.0.jar")).hasContent("jar b");
  }

  @Test
  void otherBytes_areNotKept() throws Exception {
    write(B, "another");
    assertThat(fetch(repository.toString()))
        .contains("cannot fetch Spark: " + B)
        .contains("must be " + digest("jar b") + "; it was not kept");
    assertThat(fetched()).doesNotContain("b_2.13-1.0.jar");
  }

  @Test
  void missingJar_isNamed() throws Exception {
    Files.delete(repository.resolve(A));
    assertThat(fetch(repository.toString())).contains("a-1.0.jar").contains("is not there");
  }

  @Test
  void serverThatFailsOnce_isAskedAgain() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    HttpServer server = server(asked, 1);
    try {
      assertThat(fetch(address(server))).contains("fetched Spark");
      assertThat(jars.resolve("b_2.13-1.0.jar")).hasContent("jar b");
      assertThat(asked.get()).isEqualTo(3);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void serverThatFailsAlways_isOneLine() throws Exception {
    HttpServer server = server(new AtomicInteger(), Integer.MAX_VALUE);
    try {
      assertThat(fetch(address(server)))
          .contains("cannot fetch Spark: the server answered with status 503");
    } finally {
      server.stop(0);
    }
    assertThat(fetch(address(server))).contains("cannot fetch Spark: no connection: ");
    assertThat(fetched()).isEmpty();
  }

  @Test
  void jarThatIsUnderway_isNotLeftHalf_whenAnotherFails() throws Exception {
    write(A, "another");
    HttpServer server = server(new AtomicInteger(), 0);
    server.createContext(
        "/maven/" + B,
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write("jar".getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
          exchange.close();
        });
    try {
      assertThat(fetch(address(server))).contains("it was not kept");
      assertThat(fetched()).isEmpty();
    } finally {
      server.stop(0);
    }
  }

  @Test
  void proxy_isThatOfTheEnvironment_exceptForSomeHosts() throws Exception {
    HttpServer server = server(new AtomicInteger(), 0);
    try {
      String proxy = address(server).replace("/maven", "");
      assertThat(fetch("http://nowhere.invalid/maven", Map.of("http_proxy", proxy)))
          .contains("fetched Spark");
      Map<String, String> direct = Map.of("HTTP_PROXY", proxy, "no_proxy", "other, .invalid");
      Files.delete(jars.resolve("a-1.0.jar"));
      assertThat(fetch("http://nowhere.invalid/maven", direct))
          .contains("found no host nowhere.invalid");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void listOrAddressThatIsNone_isOneLine() throws Exception {
    assertThat(fetch("ftp://host/maven")).contains("ftp://host/maven is no repository");
    Files.writeString(list, "0".repeat(64) + "  ../../a.jar\n");
    assertThat(fetch(repository.toString())).contains("not a checksum and a jar: 000");
  }

  private String fetch(String address) throws InterruptedException {
    return fetch(address, Map.of());
  }

  private String fetch(String address, Map<String, String> variables) throws InterruptedException {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    int status =
        SparkFetch.run(
            new String[] {list.toString(), jars.toString(), address},
            variables,
            new PrintStream(told, true, StandardCharsets.UTF_8));
    String text = told.toString(StandardCharsets.UTF_8);
    assertThat(status).isEqualTo(text.contains("cannot") ? 3 : 0);
    assertThat(text.lines()).allMatch(each -> each.startsWith("basin: "));
    return text;
  }

  /** Answers with an error at first, {@code failures} times. */
  private HttpServer server(AtomicInteger asked, int failures) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          boolean fails = asked.incrementAndGet() <= failures;
          String path = exchange.getRequestURI().getPath().replaceFirst("^/maven/", "");
          byte[] bytes = fails ? new byte[1] : Files.readAllBytes(repository.resolve(path));
          exchange.sendResponseHeaders(fails ? 503 : 200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
    return server;
  }

  private static String address(HttpServer server) {
    return "http://localhost:" + server.getAddress().getPort() + "/maven/";
  }

  private void write(String path, String text) throws IOException {
    Files.createDirectories(repository.resolve(path).getParent());
    Files.writeString(repository.resolve(path), text);
  }

  private Stream<String> fetched() throws IOException {
    try (Stream<Path> files = Files.list(jars)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  private static String line(String path, String text) throws Exception {
    return digest(text) + "  " + path + "\n";
  }

  private static String digest(String text) throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
