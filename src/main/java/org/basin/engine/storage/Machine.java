package org.basin.engine.storage;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.basin.linalg.Blas;
import org.basin.linalg.blas.Cpu;
import org.basin.linalg.blas.Preflight;

/** Describes the machine and the Java that this process runs on, for the record of a run. */
public final class Machine {

  private Machine() {}

  /** The machine's name on its network. */
  public static String host() {
    return Name.HOST;
  }

  /**
   * Describes the CPU, cores, operating system, Java, matrix library and the environment variables
   * that affect it, in one line. It first multiplies one small product, so that a machine on which
   * the matrix library fails reports this before it trains.
   *
   * @throws MachineException if the matrix library does not work here
   */
  public static String describe() {
    if (Holder.DESCRIPTION == null) {
      throw new MachineException(
          "cannot train on " + host() + ": " + Holder.FAULT.getMessage(), Holder.FAULT);
    }
    return Holder.DESCRIPTION;
  }

  /** The name of the CPU. */
  public static String cpu() {
    return Cpu.OWN.model();
  }

  /** The matrix library and its kernels, in one line; see {@link #describe}. */
  public static String matrixLibrary() {
    describe();
    return Holder.PREFLIGHT.describe();
  }

  /** The speed of a small matrix product on one thread, in gigaflops. */
  public static double gigaflops() {
    describe();
    return Holder.PREFLIGHT.gigaflops();
  }

  /**
   * A problem with the matrix library, in one line, with the machine's name; empty if there is
   * none.
   */
  public static String warning() {
    describe();
    String warning = Holder.PREFLIGHT.warning();
    return warning.isEmpty() ? "" : host() + ": " + warning;
  }

  /** A class of its own, so that asking for the name alone multiplies nothing. */
  private static final class Name {
    static final String HOST = findHost();
  }

  /** Initialised once in each process. */
  private static final class Holder {
    static final String DESCRIPTION;
    static final Preflight PREFLIGHT;
    static final IllegalStateException FAULT;

    static {
      Preflight blas = null;
      IllegalStateException fault = null;
      try {
        blas = Blas.preflight();
      } catch (IllegalStateException e) {
        fault = e;
      }
      FAULT = fault;
      PREFLIGHT = blas;
      DESCRIPTION = fault == null ? findDescription(blas.describe()) : null;
    }
  }

  private static String findDescription(String blas) {
    return String.join(
        "; ",
        Cpu.OWN.model(),
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

  /**
   * Lists the OPENBLAS_* and MALLOC_* variables. Both affect the speed, and the former also the
   * last bits of results.
   */
  static String environment(Map<String, String> variables) {
    String set =
        new TreeMap<>(variables)
            .entrySet().stream()
                .filter(v -> v.getKey().startsWith("OPENBLAS_") || v.getKey().startsWith("MALLOC_"))
                .map(v -> v.getKey() + "=" + v.getValue())
                .collect(Collectors.joining(" "));
    return set.isEmpty() ? "no OPENBLAS_ or MALLOC_ variables" : set;
  }

  private static String findHost() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      // A machine may have no entry for its own name.
      String name = Objects.requireNonNullElse(System.getenv("HOSTNAME"), "");
      return name.isBlank() ? "unknown-" + UUID.randomUUID().toString().substring(0, 8) : name;
    }
  }
}
