package org.basin.linalg.blas;

/**
 * What a process multiplies with.
 *
 * @param library name and version
 * @param kernel the CPU whose kernels OpenBLAS uses, and who chose them
 * @param copies whether a product's arrays are copied to the library and back
 * @param gigaflops of a product of 256 × 256 matrices, by one thread
 * @param warning what looks wrong, in one line; empty if nothing does
 */
public record Preflight(
    String library, String kernel, boolean copies, double gigaflops, String warning) {

  /**
   * Multiplies a little, which loads the library first if it must.
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

  /** In one line; the same for every process of a kind of machine. */
  public String describe() {
    return library
        + ", kernel "
        + kernel
        + ", one thread, arrays "
        + (copies ? "copied" : "in place");
  }
}
