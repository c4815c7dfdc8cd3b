package org.basin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The jar says what it contains and under which licences, and carries their texts. */
class NoticeIT {

  private static final Path JAR = Path.of("target/basin.jar");
  private static final Pattern LIBRARY =
      Pattern.compile("META-INF/maven/[^/]+/([^/]+)/pom\\.properties");
  private static final Pattern LICENCE = Pattern.compile("licenses/([\\w.-]+\\.txt)");
  private static final Pattern NATIVE = Pattern.compile(".*/lib(gfortran|quadmath|gcc)[^/]*");

  /** Which jars hold no pom of their own, by a folder of theirs. */
  private static final Set<String> WITHOUT_POM =
      Set.of("com/typesafe/config/", "org/jline/reader/", "picocli/");

  @Test
  void notice_namesAllThatTheJarContains() throws IOException {
    String notice = Files.readString(Path.of("NOTICE"));
    Set<String> names = names();
    for (String name : names) {
      for (Pattern pattern : Set.of(LIBRARY, NATIVE)) {
        pattern.matcher(name).results().forEach(found -> isNamed(notice, found));
      }
    }
    assertThat(names).containsAll(WITHOUT_POM);
    assertThat(notice).contains("picocli ", "config ", "jline ", "OpenBLAS", "ATLAS", "LAPACK");
  }

  @Test
  void jar_carriesNoticeAndLicences() throws IOException {
    String notice = Files.readString(Path.of("NOTICE"));
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(text(jar, "META-INF/NOTICE")).isEqualTo(notice);
      assertThat(text(jar, "META-INF/LICENSE")).isEqualTo(Files.readString(Path.of("LICENSE")));
    }
    Set<String> told =
        LICENCE
            .matcher(notice)
            .results()
            .map(found -> "META-INF/licenses/" + found.group(1))
            .collect(Collectors.toSet());
    Set<String> carried =
        names().stream()
            .filter(name -> name.matches("(?i)META-INF/.*(licen[sc]e|notice|copying)(.*[^/])?"))
            .collect(Collectors.toSet());
    told.add("META-INF/NOTICE");
    told.add("META-INF/LICENSE");
    assertThat(carried).isEqualTo(told);
  }

  private static void isNamed(String notice, MatchResult found) {
    String library = found.group(1);
    assertThat(library.equals("basin") || notice.matches("(?s).*\\b(lib)?" + library + "\\b.*"))
        .as("%s is in the jar, and NOTICE does not name it", found.group())
        .isTrue();
  }

  private static Set<String> names() throws IOException {
    Set<String> names = new HashSet<>();
    try (JarFile jar = new JarFile(JAR.toFile())) {
      jar.stream().forEach(entry -> names.add(entry.getName()));
    }
    return names;
  }

  private static String text(JarFile jar, String name) throws IOException {
    return new String(
        jar.getInputStream(jar.getJarEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
  }
}
