package org.basin.kernel;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/**
 * Where cache lines begin in a Java array. It is known for an array that the collector G1, which is
 * the JVM's default, takes for humongous: one of more than half a region. Such an array begins with
 * a region and stays there.
 */
public final class CacheLines {

  /** The bytes of a cache line, which are those of the widest vector. */
  private static final int LINE = 64;

  /** The bytes before an array's first element. */
  private static final int HEADER = 16;

  /** Half of the smallest region. */
  private static final int LEAST_HALF = 1 << 19;

  private static final int HALF = Math.max(LEAST_HALF, regionSize() / 2);

  private CacheLines() {}

  /** The least whole number of cache lines for {@code length} numbers, in numbers. */
  public static int padded(int length, int bytes) {
    int line = LINE / bytes;
    return Math.addExact(length, line - 1) / line * line;
  }

  /** The first index at which a cache line begins. */
  public static int first(int bytes) {
    return (LINE - HEADER) / bytes;
  }

  /**
   * The length of an array that stays in place and has cache lines for {@code size} numbers.
   *
   * @param bytes the bytes of a number
   */
  public static int block(int size, int bytes) {
    return Math.addExact(first(bytes), Math.max(size, HALF / bytes));
  }

  private static int regionSize() {
    HotSpotDiagnosticMXBean jvm =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    try {
      return jvm == null ? 0 : Integer.parseInt(jvm.getVMOption("G1HeapRegionSize").getValue());
    } catch (IllegalArgumentException e) {
      return 0; // A JVM without G1.
    }
  }
}
