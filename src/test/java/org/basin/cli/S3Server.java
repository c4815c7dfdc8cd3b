package org.basin.cli;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A server that speaks the language of S3, s3proxy, in a process of its own. Its objects are in its
 * memory. Its jar is that of profile {@code soak}.
 */
final class S3Server implements AutoCloseable {

  private static final String BUCKET = "basin";
  private static final Pattern STARTED = Pattern.compile("Started ServerConnector.*?:(\\d+)}");
  private static final int SECONDS = 120;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final String address;

  /**
   * Starts the server, with one bucket, and waits until it is ready.
   *
   * @param folder the folder for its settings and its log
   */
  S3Server(Path folder) throws IOException, InterruptedException {
    Path jar = Path.of(System.getProperty("basin.cluster.jars", "none"), "s3", "s3proxy.jar");
    if (!Files.exists(jar)) {
      throw new IllegalStateException("the jar of s3proxy is not there: run this with -Psoak");
    }
    Path settings =
        Files.writeString(
            folder.resolve("s3proxy.properties"),
            """
            s3proxy.endpoint=http://127.0.0.1:0
            s3proxy.authorization=none
            s3proxy.ignore-unknown-headers=true
            jclouds.provider=transient
            jclouds.identity=none
            jclouds.credential=none
            """);
    Path log = folder.resolve("s3proxy.log");
    this.process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-jar",
                jar.toAbsolutePath().toString(),
                "--properties",
                settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    this.address = "http://127.0.0.1:" + port(log);
    HttpRequest create =
        HttpRequest.newBuilder(URI.create(address + "/" + BUCKET))
            .PUT(HttpRequest.BodyPublishers.noBody())
            .build();
    client.send(create, HttpResponse.BodyHandlers.discarding());
  }

  private String port(Path log) throws IOException, InterruptedException {
    for (int tenth = 0; tenth < 10 * SECONDS && process.isAlive(); tenth++) {
      Matcher started = STARTED.matcher(Files.readString(log));
      if (started.find()) {
        return started.group(1);
      }
      Thread.sleep(100);
    }
    close();
    throw new IllegalStateException("s3proxy does not start:\n" + Files.readString(log));
  }

  /** The bucket's address for a client of Hadoop. */
  String bucket() {
    return "s3a://" + BUCKET;
  }

  /** The credentials, which are not checked. */
  Map<String, String> environment() {
    return Map.of("AWS_ACCESS_KEY_ID", "basin", "AWS_SECRET_ACCESS_KEY", "none");
  }

  /** What the guide says to give besides. */
  List<String> options() {
    return List.of(
        "--packages",
        "org.apache.hadoop:hadoop-aws:" + org.apache.hadoop.util.VersionInfo.getVersion(),
        "--conf=spark.hadoop.fs.s3a.endpoint=" + address,
        "--conf=spark.hadoop.fs.s3a.endpoint.region=us-east-1",
        "--conf=spark.hadoop.fs.s3a.path.style.access=true",
        "--driver-java-options",
        "-Dbasin.engine.reach-seconds=60");
  }

  /** The keys that begin with {@code prefix}, by HTTP alone. */
  List<String> keys(String prefix) throws IOException, InterruptedException {
    String query = "list-type=2&max-keys=1000&prefix=" + encoded(prefix);
    String page = new String(get(BUCKET + "?" + query), StandardCharsets.UTF_8);
    List<String> keys = new ArrayList<>();
    try {
      XMLStreamReader xml =
          XMLInputFactory.newInstance().createXMLStreamReader(new StringReader(page));
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("Key")) {
          keys.add(xml.getElementText());
        }
      }
    } catch (XMLStreamException e) {
      throw new IOException(page, e);
    }
    return keys;
  }

  /** Copies the objects whose keys begin with {@code prefix} into a folder, by HTTP alone. */
  void copy(String prefix, Path folder) throws IOException, InterruptedException {
    for (String key : keys(prefix)) {
      Path file = folder.resolve(key.substring(prefix.length()));
      if (!key.endsWith("/")) {
        Files.createDirectories(file.getParent());
        Files.write(file, get(BUCKET + "/" + encoded(key)));
      }
    }
  }

  private byte[] get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/" + path)).build();
    HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException(path + ": status " + answer.statusCode());
    }
    return answer.body();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/");
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
