package org.basin.linalg.blas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The CPU that this process runs on, as Linux describes it in {@code /proc/cpuinfo}.
 *
 * @param model its name; {@code unknown CPU} if the system does not say
 * @param flags its features, such as {@code avx2} and {@code avx512f}; empty if the system does not
 *     say
 * @param gigahertz its clock rate when it was read; NaN if the system does not say
 */
public record Cpu(String model, Set<String> flags, double gigahertz) {

  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  /** This machine's first CPU. */
  public static final Cpu OWN = read();

  /** The features that OpenBLAS's kernels for Skylake-X use. */
  private static final Set<String> AVX_512 =
      Set.of("avx512f", "avx512cd", "avx512bw", "avx512dq", "avx512vl");

  /** The features that OpenBLAS's kernels for Haswell use. */
  private static final Set<String> AVX_2 = Set.of("avx2", "fma");

  boolean hasAvx512() {
    return flags.containsAll(AVX_512) && hasAvx2();
  }

  boolean hasAvx2() {
    return flags.containsAll(AVX_2);
  }

  private static Cpu read() {
    if (!Files.isReadable(CPU_INFO)) {
      return parse(Stream.empty());
    }
    try (Stream<String> lines = Files.lines(CPU_INFO)) {
      return parse(lines.takeWhile(line -> !line.isBlank()));
    } catch (IOException e) {
      return parse(Stream.empty());
    }
  }

  /** Reads the lines of one processor, each of the form {@code name : value}. */
  static Cpu parse(Stream<String> lines) {
    String model = "unknown CPU";
    Set<String> flags = Set.of();
    double megahertz = Double.NaN;
    for (String line : (Iterable<String>) lines::iterator) {
      int colon = line.indexOf(':');
      String name = line.substring(0, Math.max(0, colon)).strip();
      String value = line.substring(colon + 1).strip();
      switch (name) {
        case "model name" -> model = value;
        case "flags" -> flags = Set.of(value.split(" +"));
        case "cpu MHz" -> megahertz = Double.parseDouble(value);
        default -> {}
      }
    }
    return new Cpu(model, flags, megahertz / 1000);
  }
}
