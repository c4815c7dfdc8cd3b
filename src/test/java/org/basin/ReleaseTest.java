package org.basin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** A release has one version everywhere, and its pom keeps the rules of Maven Central. */
class ReleaseTest {
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+(-(rc|beta)\\.\\d+)?");
  private static final Pattern RELEASE =
      Pattern.compile("(?m)^## \\[([^\\]]+)\\] - (\\d{4}-\\d{2}-\\d{2})$");

  private static final XPath PATHS = XPathFactory.newInstance().newXPath();
  private static Document pom;

  @BeforeAll
  static void readPom() throws Exception {
    pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse("pom.xml");
  }

  @Test
  void version_isSemantic_andTheSameEverywhere() throws Exception {
    String version = text("/project/version");
    assertThat(version).matches(VERSION);
    assertThat(read("CITATION.cff")).contains("\nversion: " + version + "\n");
    assertThat(read("docs/how-to/install.md")).contains("basin-" + version + ".tar.gz");
    Document extension =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse("examples/extension/pom.xml");
    assertThat(PATHS.evaluate("//dependency[artifactId='basin']/version", extension))
        .isEqualTo(version);
  }

  @Test
  void changelog_beginsWithTheVersion_onTheDayOfTheArchive() throws Exception {
    Matcher release = RELEASE.matcher(read("CHANGELOG.md"));
    assertThat(release.find()).as("a release in CHANGELOG.md").isTrue();
    assertThat(release.group(1)).isEqualTo(text("/project/version"));
    assertThat(text("/project/properties/project.build.outputTimestamp"))
        .isEqualTo(release.group(2) + "T00:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "groupId",
        "artifactId",
        "name",
        "description",
        "url",
        "licenses/license/name",
        "licenses/license/url",
        "developers/developer/name",
        "scm/connection",
        "scm/developerConnection",
        "scm/url"
      })
  void central_asksForIt(String element) throws Exception {
    assertThat(text("/project/" + element)).isNotBlank();
  }

  @Test
  void central_takesSourcesJavadocAndSignatures() throws Exception {
    assertThat(goals("dist", "maven-source-plugin")).contains("jar-no-fork");
    assertThat(goals("dist", "maven-javadoc-plugin")).contains("jar");
    assertThat(goals("sign", "maven-gpg-plugin")).contains("sign");
  }

  @Test
  void central_findsEveryDependency_thereAlone() throws Exception {
    assertThat(texts("//repositories | //pluginRepositories")).isEmpty();
    assertThat(
            texts(
                "//dependency/version | //plugin/version | //properties/*[contains(name(), '.version')]"))
        .isNotEmpty()
        .noneMatch(version -> version.contains("SNAPSHOT") || version.matches("[\\[(,].*"));
    assertThat(texts("/project/dependencies/dependency[scope='system']")).isEmpty();
  }

  private static List<String> goals(String profile, String plugin) throws Exception {
    return texts("//profile[id='" + profile + "']//plugin[artifactId='" + plugin + "']//goal");
  }

  private static String text(String path) throws Exception {
    return PATHS.evaluate(path, pom);
  }

  private static List<String> texts(String path) throws Exception {
    NodeList nodes = (NodeList) PATHS.evaluate(path, pom, XPathConstants.NODESET);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent().strip());
    }
    return texts;
  }

  private static String read(String file) throws IOException {
    return Files.readString(Path.of(file));
  }
}
