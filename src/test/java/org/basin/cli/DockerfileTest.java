package org.basin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the image for Kubernetes copies is there; no engine of containers builds it here. */
class DockerfileTest {

  private static final Path FILE = Path.of("submit/kubernetes/Dockerfile");

  /** The jar is there after a build only. */
  private static final String JAR = "${JAR}";

  @Test
  void eachFileThatItCopies_isThere() throws IOException {
    List<String> copied = new ArrayList<>();
    for (String line : Files.readAllLines(FILE)) {
      if (line.startsWith("COPY ")) {
        List<String> words = Arrays.asList(line.split(" +"));
        copied.addAll(words.subList(1, words.size() - 1));
      }
    }
    assertThat(copied).contains(JAR, "submit/environment").hasSizeGreaterThan(5);
    copied.stream()
        .filter(file -> !file.equals(JAR))
        .forEach(file -> assertThat(Path.of(file)).exists());
    // An unpacked release is the other folder of files.
    String archive = Files.readString(Path.of("src/dist/archive.xml"));
    copied.stream()
        .filter(file -> !file.equals(JAR))
        .map(file -> file.replaceFirst("/.*", ""))
        .forEach(
            first -> assertThat(archive).containsAnyOf("<include>" + first, ">" + first + "</d"));
    assertThat(Files.readString(FILE)).contains("ARG JAR=target/basin.jar");
  }

  @Test
  void launcher_namesTheJarOfTheImage() throws IOException {
    assertThat(Files.readString(FILE)).contains("COPY ${JAR} /opt/basin/basin.jar");
    assertThat(Files.readString(Path.of("submit/clusters.sh")))
        .contains("jar_elsewhere=local:///opt/basin/basin.jar");
  }

  @Test
  void spark_isTheOneOfTheBuild() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    String version = pom.replaceAll("(?s).*?<spark.version>([^<]+)<.*", "$1");
    assertThat(Files.readString(FILE)).contains("apache/spark:" + version + "-scala2.13-java17");
    assertThat(Files.readString(Path.of("src/test/kubernetes/pom.xml")))
        .contains("<spark.version>" + version + "<");
  }
}
