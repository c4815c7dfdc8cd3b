package org.basin.engine.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class JvmOptionsTest {

  private static final Path FILE = Path.of("submit/jvm-options");
  private static final String DONT_INLINE = "-XX:CompileCommand=dontinline,";

  /** {@code class::method}, a star at either end of each standing for anything. */
  private static List<String[]> patterns() throws IOException {
    return Files.readAllLines(FILE).stream()
        .filter(line -> line.startsWith(DONT_INLINE))
        .map(line -> line.substring(DONT_INLINE.length()).split("::"))
        .toList();
  }

  private static boolean matches(String pattern, String name) {
    return Pattern.matches(Pattern.quote(pattern).replace("*", "\\E.*\\Q"), name);
  }

  @Test
  void everyLoopThatIsNotToBeInlined_isThere() throws IOException {
    JavaClasses all =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.basin.kernel", "org.basin.data");
    assertThat(patterns()).hasSizeGreaterThan(5);
    for (String[] pattern : patterns()) {
      assertThat(pattern).hasSize(2);
      for (String precision : List.of("doubles", "floats")) {
        assertThat(
                all.stream()
                    .filter(type -> isOf(type, precision) && matches(pattern[0], type.getName()))
                    .flatMap(type -> type.getMethods().stream())
                    .filter(method -> matches(pattern[1], method.getName())))
            .as("methods of %s in %s", String.join("::", pattern), precision)
            .isNotEmpty();
      }
    }
  }

  /** The points of a circle have classes for both. */
  private static boolean isOf(JavaClass type, String precision) {
    return type.getPackageName().equals("org.basin.kernel." + precision + ".vector")
        || type.getPackageName().equals("org.basin.data.vector");
  }

  @Test
  void testsAndLauncher_haveTheOptions() {
    assertThat(JvmOptions.warning()).isEmpty();
  }

  @Test
  void jvmWithoutModuleOrLoops_isWarnedOf_inOneLine() {
    List<String> loops = List.of("-Xmx1g", DONT_INLINE + "*.VectorMath::exp*");
    assertThat(JvmOptions.warning(true, loops)).isEmpty();
    assertThat(JvmOptions.warning(false, loops))
        .contains("submit/jvm-options")
        .doesNotContain("\n");
    assertThat(JvmOptions.warning(true, List.of("-Xmx1g"))).isNotEmpty();
  }
}
