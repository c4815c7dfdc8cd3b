package org.basin;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents name is there: pages, headings, configurations, settings, tests, classes. */
class DocumentsTest {

  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final Path STUDIES = ROOT.resolve("conf/studies");
  private static final List<Path> DOCUMENTS = documents();

  private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```.*?^```");
  private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*?) *$");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");
  private static final Pattern CONFIGURATION = Pattern.compile("[\\w./-]*\\bconf/[\\w./-]*");
  private static final Pattern SENTENCE_END = Pattern.compile("[./]+$");
  private static final Pattern UPWARDS = Pattern.compile("^(\\.\\./)+");
  private static final Pattern TEST =
      Pattern.compile("(?<![*\\w])([A-Z]\\w*[a-z](?:Test|IT|Soak))\\b");
  private static final Pattern SETTING = Pattern.compile("`(basin\\.(?!jar)[a-z.-]*[a-z])[^`]*`");
  private static final Pattern CLASS =
      Pattern.compile("`((?:[a-z]+\\.)+)([A-Z]\\w*)(?:[.#]\\w+)*`");

  @Test
  void link_leadsToAFileAndAHeading() {
    List<String> broken = new ArrayList<>();
    for (Path document : DOCUMENTS) {
      String prose = CODE.matcher(CODE_BLOCK.matcher(text(document)).replaceAll("")).replaceAll("");
      for (MatchResult link : matches(LINK, prose)) {
        String target = link.group(1);
        if (!ELSEWHERE.matcher(target).matches() && !leadsSomewhere(document, target)) {
          broken.add(ROOT.relativize(document) + ": " + target);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void configuration_exists() {
    assertThat(missing(CONFIGURATION, DocumentsTest::isConfiguration)).isEmpty();
  }

  @Test
  void test_exists() {
    Set<String> tests = names("src/test/java");
    assertThat(missing(TEST, found -> tests.contains(found.group(1)))).isEmpty();
  }

  @Test
  void className_isOfARoom() {
    Set<String> rooms = rooms();
    assertThat(
            missing(
                CLASS,
                found ->
                    !rooms.contains(found.group(1).substring(0, found.group(1).indexOf('.')))
                        || Files.exists(source(found.group(1), found.group(2)))))
        .isEmpty();
  }

  @Test
  void setting_hasADefault() {
    Config defaults = ConfigFactory.parseResources("reference.conf");
    assertThat(missing(SETTING, found -> defaults.hasPath(found.group(1)))).isEmpty();
  }

  @Test
  void citation_hasThePomsVersion() {
    Pattern version = Pattern.compile("<artifactId>basin</artifactId>\\s*<version>(.*?)</version>");
    String ours = matches(version, text(ROOT.resolve("pom.xml"))).get(0).group(1);
    assertThat(text(ROOT.resolve("CITATION.cff"))).contains("\nversion: " + ours + "\n");
  }

  @Test
  void indexOfDecisions_listsEach() {
    Path folder = ROOT.resolve("docs/decisions");
    String index = text(folder.resolve("README.md"));
    for (Path decision : DOCUMENTS) {
      String name = decision.getFileName().toString();
      if (decision.startsWith(folder) && !name.equals("README.md")) {
        assertThat(index).contains("](" + name + ")");
        assertThat(text(decision))
            .as(name)
            .containsPattern("(?m)^\\*\\*(Accepted|Superseded)\\*\\*.* \\d{4}-\\d\\d-\\d\\d\\.");
      }
    }
  }

  @Test
  void indexOfDocuments_listsEachPage() {
    Path folder = ROOT.resolve("docs");
    String index = text(folder.resolve("README.md"));
    for (Path page : DOCUMENTS) {
      boolean isOther = page.startsWith(folder.resolve("decisions")) || page.endsWith("README.md");
      if (page.startsWith(folder) && !isOther) {
        assertThat(index).contains("](" + folder.relativize(page) + ")");
      }
    }
  }

  private static boolean leadsSomewhere(Path document, String target) {
    int hash = target.indexOf('#');
    String name = hash < 0 ? target : target.substring(0, hash);
    Path file = name.isEmpty() ? document : document.resolveSibling(name).normalize();
    return Files.exists(file)
        && (hash < 0 || headings(text(file)).contains(target.substring(hash + 1)));
  }

  /** Headings as the fragments of addresses, in GitHub's way. */
  private static Set<String> headings(String text) {
    Map<String, Integer> times = new HashMap<>();
    Set<String> found = new HashSet<>();
    for (MatchResult heading : matches(HEADING, CODE_BLOCK.matcher(text).replaceAll(""))) {
      String name =
          heading
              .group(1)
              .toLowerCase(Locale.ROOT)
              .replaceAll("[^\\p{L}\\p{N} _-]", "")
              .replace(' ', '-');
      int before = times.merge(name, 1, Integer::sum) - 1;
      found.add(before == 0 ? name : name + "-" + before);
    }
    return found;
  }

  private static boolean isConfiguration(MatchResult found) {
    String path = SENTENCE_END.matcher(found.group()).replaceAll("");
    return Files.exists(ROOT.resolve(UPWARDS.matcher(path).replaceFirst("")));
  }

  private static List<String> missing(Pattern pattern, Predicate<MatchResult> isThere) {
    Set<String> missing = new TreeSet<>();
    for (Path document : DOCUMENTS) {
      for (MatchResult found : matches(pattern, text(document))) {
        if (!isThere.test(found)) {
          missing.add(ROOT.relativize(document) + ": " + found.group());
        }
      }
    }
    return List.copyOf(missing);
  }

  private static Set<String> rooms() {
    Set<String> rooms = new HashSet<>();
    try (Stream<Path> folders = Files.list(ROOT.resolve("src/main/java/org/basin"))) {
      folders.filter(Files::isDirectory).forEach(room -> rooms.add(room.getFileName().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rooms;
  }

  private static Path source(String room, String name) {
    return ROOT.resolve("src/main/java/org/basin/" + room.replace('.', '/') + name + ".java");
  }

  private static Set<String> names(String folder) {
    try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
      Set<String> names = new HashSet<>();
      files.forEach(file -> names.add(file.getFileName().toString().replace(".java", "")));
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> documents() {
    List<Path> documents = new ArrayList<>();
    for (Path folder : List.of(ROOT, ROOT.resolve("output"), ROOT.resolve("docs"), STUDIES)) {
      try (Stream<Path> files = Files.walk(folder, folder.endsWith("docs") ? 9 : 1)) {
        files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return documents;
  }

  private static List<MatchResult> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
