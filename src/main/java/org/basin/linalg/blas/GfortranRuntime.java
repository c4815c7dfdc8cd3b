package org.basin.linalg.blas;

import java.nio.file.Path;
import java.util.List;

/**
 * Loads the Fortran runtime that jblas 1.2.5 needs. Its library for Linux on x86-64 requires
 * libgfortran.so.5, but its jar holds libgfortran 4, so that jblas alone does not load on a machine
 * without a Fortran compiler. The build takes version 5 from another published jar.
 */
final class GfortranRuntime {

  private static final String FOLDER = "org/bytedeco/openblas/linux-x86_64/";

  /** The libraries in loading order: each needs only those before it. */
  private static final List<String> LIBRARIES = List.of("libquadmath.so.0", "libgfortran.so.5");

  private static boolean loaded;

  private GfortranRuntime() {}

  /** Loads the runtime once per process; does nothing on other platforms. */
  static synchronized void load() {
    if (loaded || !NativeFile.isLinuxOnX86()) {
      return;
    }
    for (String library : LIBRARIES) {
      Path file = NativeFile.unpack(GfortranRuntime.class.getClassLoader(), FOLDER + library);
      try {
        // The system's loader satisfies a later library's need by a loaded one of that name.
        System.load(file.toString());
      } finally {
        NativeFile.delete(file);
      }
    }
    loaded = true;
  }
}
