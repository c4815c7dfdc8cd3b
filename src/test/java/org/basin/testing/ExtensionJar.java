package org.basin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The project {@code examples/extension}, compiled and packed as its own Maven build does. */
public final class ExtensionJar {

  /** Its folder. */
  public static final Path PROJECT = Path.of("examples/extension").toAbsolutePath();

  private ExtensionJar() {}

  /** Compiles the sources against Basin's classes; a warning is a failure. */
  public static Path compile(Path classes) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of("-proc:none", "-Xlint:all,-processing", "-Werror", "--release", "17"));
    arguments.addAll(List.of("-cp", ownClassPath(), "-d", classes.toString()));
    files(PROJECT.resolve("src/main/java")).forEach(file -> arguments.add(file.toString()));
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(status).as("the compiler's status").isZero();
    return classes;
  }

  /** Compiles and packs the project in {@code folder}, and returns the jar. */
  public static Path pack(Path folder) throws IOException {
    Path classes = compile(folder.resolve("classes"));
    Path jar = folder.resolve("extension.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Path part : List.of(classes, PROJECT.resolve("src/main/resources"))) {
        for (Path file : files(part)) {
          out.putNextEntry(new JarEntry(part.relativize(file).toString()));
          Files.copy(file, out);
        }
      }
    }
    return jar;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Basin's classes and the libraries, without the tests' own. */
  private static String ownClassPath() {
    String separator = System.getProperty("path.separator");
    return Stream.of(System.getProperty("java.class.path").split(separator, -1))
        .filter(entry -> !entry.contains("test-classes"))
        .reduce((one, other) -> one + separator + other)
        .orElseThrow();
  }
}
