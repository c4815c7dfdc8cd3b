package org.basin.linalg.blas;

import java.nio.file.Path;
import java.util.List;

/**
 * The Fortran runtime that jblas 1.2.5 needs and does not carry: its library for Linux on x86-64
 * asks for libgfortran.so.5, beside which it packs libgfortran 4, so that it does not load on a
 * machine without a Fortran compiler . The build takes version 5 from another published jar.
 */
final class GfortranRuntime {

  private static final String FOLDER = "org/bytedeco/openblas/linux-x86_64/";

  /** In the order in which they need each other. */
  private static final List<String> LIBRARIES = List.of("libquadmath.so.0", "libgfortran.so.5");

  private static boolean loaded;

  private GfortranRuntime() {}

  /** Loads it once for the process; does nothing on other platforms. */
  static synchronized void load() {
    if (loaded || !NativeFile.isLinuxOnX86()) {
      return;
    }
    for (String library : LIBRARIES) {
      Path file = NativeFile.unpack(GfortranRuntime.class.getClassLoader(), FOLDER + library);
      try {
        // What is loaded already satisfies a later library's need of the same name.
        System.load(file.toString());
      } finally {
        NativeFile.delete(file);
      }
    }
    loaded = true;
  }
}
