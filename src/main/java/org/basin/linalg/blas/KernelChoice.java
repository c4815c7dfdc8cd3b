package org.basin.linalg.blas;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Which of its kernels OpenBLAS takes. jblas 1.2.5's is of 2019 and knows no later CPU; on those it
 * guesses, at worst kernels of 2004. {@code OPENBLAS_CORETYPE} names the kernels, but one value
 * must do for all machines of a cluster, and the wrong one ends the process. So the launcher gives
 * every process two more: {@code OPENBLAS_AVX512} and {@code OPENBLAS_AVX2} name the kernels for
 * machines that have AVX-512, or AVX2 at the best. Each process looks at its own CPU and loads a
 * copy of the library that reads the variable for it.
 */
final class KernelChoice {

  /** What OpenBLAS reads. Where it is set, it is meant for every machine. */
  static final String USUAL = "OPENBLAS_CORETYPE";

  static final String AVX_512 = "OPENBLAS_AVX512";
  static final String AVX_2 = "OPENBLAS_AVX2";

  private KernelChoice() {}

  /** The variable that names the kernels here. */
  static String variable(Cpu cpu, Map<String, String> environment) {
    String ours = cpu.hasAvx512() ? AVX_512 : cpu.hasAvx2() ? AVX_2 : USUAL;
    return environment.containsKey(USUAL) || !environment.containsKey(ours) ? USUAL : ours;
  }

  /** The kernels that the variable names; null if it is not set and OpenBLAS guesses. */
  static String named(Cpu cpu, Map<String, String> environment) {
    return environment.get(variable(cpu, environment));
  }

  /**
   * Lets a library read another variable than {@link #USUAL}.
   *
   * @param library its file; overwritten
   * @throws UnsatisfiedLinkError if it does not read that one variable in one place
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
