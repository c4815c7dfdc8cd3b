package org.basin.linalg.blas;

/**
 * Describes the library with which a process multiplies matrices.
 *
 * @param library its name and version
 * @param kernel the CPU whose kernels OpenBLAS uses, and the variable that chose them
 * @param copies whether a product's arrays are copied to the library and back
 * @param gigaflops the speed of a product of two 256 × 256 matrices by one thread, in 10⁹
 *     operations per second
 * @param warning one line about what looks wrong; empty if nothing does
 */
public record Preflight(
    String library, String kernel, boolean copies, double gigaflops, String warning) {

  /**
   * Measures some products, and loads the library first if it is not yet loaded.
   *
   * @throws LinkageError if the library cannot be loaded
   */
  public static Preflight run() {
    String named = KernelChoice.named(Cpu.OWN, System.getenv());
    double gigaflops = ProductRate.measure();
    String used = LibraryCopies.kernel();
    String kernel = used == null ? named : used;
    return new Preflight(
        "jblas"
            + (LibraryCopies.version() == null ? "" : " " + LibraryCopies.version())
            + " OpenBLAS",
        (kernel == null ? "by CPU" : kernel)
            + (named == null ? "" : " (" + KernelChoice.variable(Cpu.OWN, System.getenv()) + ")"),
        !Foreign.isOffered(),
        gigaflops,
        ProductRate.warning(Cpu.OWN, kernel, gigaflops));
  }

  /** One line, which is the same for every process on the same kind of machine. */
  public String describe() {
    return library
        + ", kernel "
        + kernel
        + ", one thread, arrays "
        + (copies ? "copied" : "in place");
  }
}
