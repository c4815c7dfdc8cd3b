package org.basin.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.basin.nn.Blas;

/** The machine and Java that this process runs on, as a run's record tells it. */
final class Machine {

  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  private Machine() {}

  /** The machine's name on its network. */
  static String host() {
    return Holder.HOST;
  }

  /**
   * CPU, cores, operating system, Java, matrix library and the environment that steers them, in one
   * line. Multiplies one small product first, so that a machine that cannot says so before it
   * trains.
   *
   * @throws EngineException if the matrix library does not work here
   */
  static String describe() {
    if (Holder.DESCRIPTION == null) {
      throw new EngineException(
          "cannot train on " + host() + ": " + Holder.FAULT.getMessage(), Holder.FAULT);
    }
    return Holder.DESCRIPTION;
  }

  /** Filled once a process. */
  private static final class Holder {
    static final String HOST = findHost();
    static final String DESCRIPTION;
    static final IllegalStateException FAULT;

    static {
      String blas = null;
      IllegalStateException fault = null;
      try {
        blas = Blas.preflight();
      } catch (IllegalStateException e) {
        fault = e;
      }
      FAULT = fault;
      DESCRIPTION = fault == null ? findDescription(blas) : null;
    }
  }

  private static String findDescription(String blas) {
    return String.join(
        "; ",
        cpu(),
        Runtime.getRuntime().availableProcessors() + " cores",
        property("os.name") + " " + property("os.version") + " " + property("os.arch"),
        "Java " + property("java.version"),
        property("java.vm.name") + " " + property("java.vm.version"),
        blas,
        environment(System.getenv()));
  }

  private static String property(String name) {
    return System.getProperty(name);
  }

  /** OPENBLAS_* and MALLOC_*: they change the speed, and the former the last bits. */
  static String environment(Map<String, String> variables) {
    String set =
        new TreeMap<>(variables)
            .entrySet().stream()
                .filter(v -> v.getKey().startsWith("OPENBLAS_") || v.getKey().startsWith("MALLOC_"))
                .map(v -> v.getKey() + "=" + v.getValue())
                .collect(Collectors.joining(" "));
    return set.isEmpty() ? "no OPENBLAS_ or MALLOC_ variables" : set;
  }

  private static String cpu() {
    String unknown = "unknown CPU";
    if (!Files.isReadable(CPU_INFO)) {
      return unknown;
    }
    try (Stream<String> lines = Files.lines(CPU_INFO)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(unknown);
    } catch (IOException e) {
      return unknown;
    }
  }

  private static String findHost() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }
}
