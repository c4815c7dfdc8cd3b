package org.basin.linalg.blas;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Loads a separate copy of jblas with its native library. The system's loader keeps one instance of
 * a file, and the JVM binds that file to one class loader, so each copy has its own classes and its
 * own file.
 */
final class JblasCopy extends ClassLoader {

  private static final String LIBRARY = "jblas";

  /**
   * The resource of jblas that is its library for Linux on x86-64. There is only this one, although
   * the name says sse3.
   */
  private static final String LINUX_RESOURCE = "lib/static/Linux/amd64/sse3/libjblas.so";

  private Path unpacked;

  private JblasCopy(ClassLoader parent) {
    super(parent);
  }

  /**
   * Loads a new copy, which is called in place where {@link Foreign#isOffered}.
   *
   * @throws LinkageError if jblas has no library for this platform, or if the library cannot be
   *     unpacked
   */
  static Gemm load() {
    GfortranRuntime.load();
    JblasCopy copy = new JblasCopy(JblasCopy.class.getClassLoader());
    try {
      Class<?> type = Class.forName(JblasGemm.class.getName(), true, copy);
      Gemm gemm = (Gemm) type.getConstructor().newInstance();
      // The first product loads the library.
      gemm.multiply('N', 'N', 1, 1, 1, 1, new double[1], 1, new double[1], 1, 0, new double[1]);
      return Foreign.isOffered() && copy.unpacked != null
          ? new ForeignGemm(copy.unpacked, gemm)
          : gemm;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    } finally {
      NativeFile.delete(copy.unpacked);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith("org.jblas.") && !name.equals(JblasGemm.class.getName())) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : define(name);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    String resource = name.replace('.', '/') + ".class";
    try (InputStream in = getParent().getResourceAsStream(resource)) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] code = in.readAllBytes();
      return defineClass(name, code, 0, code.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  /** jblas looks for its library here first. Where the result is null, it unpacks one itself. */
  @Override
  protected String findLibrary(String name) {
    if (!name.equals(LIBRARY) || !NativeFile.isLinuxOnX86()) {
      return null;
    }
    String variable = KernelChoice.variable(Cpu.OWN, System.getenv());
    unpacked =
        NativeFile.unpack(
            getParent(), LINUX_RESOURCE, bytes -> KernelChoice.rename(bytes, variable));
    return unpacked.toString();
  }
}
