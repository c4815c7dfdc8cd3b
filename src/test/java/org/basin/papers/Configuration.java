package org.basin.papers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.basin.config.SweepReader;
import org.basin.config.Variant;

/**
 * A sweep that a file below {@code conf/papers} or {@code conf/studies} holds.
 *
 * @param name the sweep's: the paper's folder, the file and the variant, with dashes between; a
 *     study has no folder of its own
 * @param variant which of the file's variants; empty for none
 */
record Configuration(String name, Path file, String variant) {

  /** The variant that takes about a minute. */
  static final String SMALL = "small";

  private static final List<Path> FOLDERS =
      List.of(Path.of("conf", "papers"), Path.of("conf", "studies"));

  /** Every file with each of its variants and without any, in the order of names. */
  static List<Configuration> all() {
    return FOLDERS.stream().flatMap(folder -> below(folder).stream()).toList();
  }

  private static List<Configuration> below(Path folder) {
    List<Configuration> all = new ArrayList<>();
    SweepReader reader = new SweepReader();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".conf")).sorted().toList()) {
        String plain = folder.relativize(file).toString().replace('/', '-').replace(".conf", "");
        all.add(new Configuration(plain, file, ""));
        for (Variant variant : reader.variants(file)) {
          all.add(new Configuration(plain + "-" + variant.name(), file, variant.name()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  /** Those of the small variants. */
  static List<Configuration> small() {
    return all().stream().filter(each -> each.variant().equals(SMALL)).toList();
  }

  /** That of the sweep {@code name}. */
  static Configuration of(String name) {
    return all().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  /** The same file without its variant. */
  Configuration full() {
    String plain = name.substring(0, name.length() - ("-" + variant).length());
    return variant.isEmpty() ? this : new Configuration(plain, file, "");
  }

  @Override
  public String toString() {
    return name;
  }
}
