package org.basin.linalg.blas;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Chooses which of its kernels OpenBLAS uses. The OpenBLAS in jblas 1.2.5 is of 2019 and does not
 * know later CPUs; on those it guesses, at worst kernels of 2004. {@code OPENBLAS_CORETYPE} names
 * the kernels, but one value would have to fit all machines of a cluster, and a wrong one ends the
 * process. So the launcher sets two more variables for every process: {@code OPENBLAS_AVX512} names
 * the kernels for machines with AVX-512, and {@code OPENBLAS_AVX2} those for machines with AVX2 but
 * not AVX-512. Each process checks its own CPU and loads a copy of the library that reads the
 * variable for that CPU.
 */
final class KernelChoice {

  /** The variable that OpenBLAS reads. Where it is set, it applies to every machine. */
  static final String USUAL = "OPENBLAS_CORETYPE";

  static final String AVX_512 = "OPENBLAS_AVX512";
  static final String AVX_2 = "OPENBLAS_AVX2";

  private KernelChoice() {}

  /** The variable that names the kernels for this CPU. */
  static String variable(Cpu cpu, Map<String, String> environment) {
    String ours = cpu.hasAvx512() ? AVX_512 : cpu.hasAvx2() ? AVX_2 : USUAL;
    return environment.containsKey(USUAL) || !environment.containsKey(ours) ? USUAL : ours;
  }

  /** The kernels that {@link #variable} names; null if it is not set, so that OpenBLAS chooses. */
  static String named(Cpu cpu, Map<String, String> environment) {
    return environment.get(variable(cpu, environment));
  }

  /**
   * Changes a library so that it reads {@code variable} instead of {@link #USUAL}.
   *
   * @param library the bytes of its file; changed in place
   * @throws UnsatisfiedLinkError if the library does not contain the text {@link #USUAL} exactly
   *     once
   */
  static void rename(byte[] library, String variable) {
    byte[] usual = terminated(USUAL);
    byte[] other = terminated(variable);
    int place = find(library, usual, 0);
    if (place < 0 || find(library, usual, place + 1) >= 0) {
      throw new UnsatisfiedLinkError("jblas' library does not read " + USUAL + " in one place");
    }
    System.arraycopy(other, 0, library, place, other.length);
  }

  private static byte[] terminated(String text) {
    return (text + "\0").getBytes(StandardCharsets.US_ASCII);
  }

  private static int find(byte[] bytes, byte[] pattern, int from) {
    for (int i = from; i <= bytes.length - pattern.length; i++) {
      int k = 0;
      while (k < pattern.length && bytes[i + k] == pattern[k]) {
        k++;
      }
      if (k == pattern.length) {
        return i;
      }
    }
    return -1;
  }
}
