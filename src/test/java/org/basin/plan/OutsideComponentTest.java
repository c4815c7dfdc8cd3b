package org.basin.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.basin.settings.Catalogue;
import org.basin.settings.Factory;
import org.basin.settings.Provenance;
import org.basin.testing.ToySchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Components of other jars, which this test compiles and packs. */
class OutsideComponentTest {

  @TempDir Path folder;

  /**
   * Returns the identity of the kind {@code thing} in a jar whose factory has the given methods.
   */
  private String identity(String name, String version, String body) throws IOException {
    Path sources = Files.createDirectories(folder.resolve(name).resolve("outside"));
    Path service = sources.resolve("Things.java");
    Path factory = sources.resolve("Thing.java");
    Files.writeString(
        service, "package outside; public interface Things extends org.basin.settings.Factory {}");
    Files.writeString(
        factory,
        "package outside; public final class Thing implements Things {"
            + "public String kind() { return \"thing\"; }"
            + "public String summary() { return \"A thing.\"; }"
            + "public java.util.List<org.basin.settings.Key> keys() { return java.util.List.of(); }"
            + (version.isEmpty() ? "" : "public String version() { return " + version + "; }")
            + "double compute() { return "
            + body
            + "; } }");
    Path classes = folder.resolve(name).resolve("classes");
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                service.toString(),
                factory.toString());
    assertThat(status).isZero();
    Path jar = folder.resolve(name + ".jar");
    pack(classes, jar);
    URL[] urls = {jar.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, Factory.class.getClassLoader())) {
      Class<? extends Factory> type = loader.loadClass("outside.Things").asSubclass(Factory.class);
      return catalogue(type).identities(Set.of("toy.thing", "toy.other")).get("toy.thing");
    } catch (ClassNotFoundException e) {
      throw new IOException(e);
    }
  }

  private static <F extends Factory> Catalogue<F> catalogue(Class<F> type) {
    return Catalogue.of("toy", "A toy.", type, List.of());
  }

  /**
   * Makes a jar with the same bytes for the same classes: its entries are sorted and have no times.
   */
  private static void pack(Path classes, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      Map<String, byte[]> entries =
          Map.of(
              "META-INF/services/outside.Things",
              "outside.Thing".getBytes(StandardCharsets.UTF_8),
              "outside/Thing.class",
              Files.readAllBytes(classes.resolve("outside/Thing.class")),
              "outside/Things.class",
              Files.readAllBytes(classes.resolve("outside/Things.class")));
      for (String name : entries.keySet().stream().sorted().toList()) {
        JarEntry entry = new JarEntry(name);
        entry.setTime(0);
        out.putNextEntry(entry);
        out.write(entries.get(name));
        out.closeEntry();
      }
    }
  }

  @Test
  void identity_isTheHashOfTheJar() throws IOException {
    String one = identity("one", "", "1");
    assertThat(one).matches("sha256 [0-9a-f]{64}");
    assertThat(identity("again", "", "1")).isEqualTo(one);
    assertThat(identity("two", "", "2")).isNotEqualTo(one);
  }

  @Test
  void identity_isTheVersion_whereTheFactoryDeclaresOne() throws IOException {
    assertThat(identity("three", "\"7\"", "1")).isEqualTo("version 7");
    assertThat(identity("four", "\"7\"", "2")).isEqualTo("version 7");
  }

  @Test
  void identity_ofAnotherBuild_makesOtherTrials() {
    Grid grid = new Grid(ToySchema.SCHEMA, ToySchema.BASE, List.of(), Map.of(), "", ToySchema.ONE);
    String own = grid.trial(0).id();
    assertThat(id(grid, "model.linear", "sha256 1"))
        .isNotEqualTo(own)
        .isNotEqualTo(id(grid, "model.linear", "sha256 2"));
    assertThat(id(grid, "model.deep", "sha256 1")).as("not its kind").isEqualTo(own);
  }

  private static String id(Grid grid, String kind, String identity) {
    return grid.with(Provenance.of(Map.of(), Map.of(kind, identity))).trial(0).id();
  }
}
