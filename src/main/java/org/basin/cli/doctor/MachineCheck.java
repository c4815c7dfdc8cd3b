package org.basin.cli.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.basin.engine.health.HealthSettings;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.Machine;
import org.basin.engine.storage.MachineException;
import org.basin.train.Footprint;

/** The processor, the kernels for matrices and vectors, and the memory. */
public final class MachineCheck {
  private static final String VECTORS = "jdk.incubator.vector";

  private MachineCheck() {}

  /** Looks at this machine. */
  public static List<Finding> all(HealthSettings settings) {
    List<Finding> findings = new ArrayList<>();
    findings.add(kernels());
    findings.add(vectors(ModuleLayer.boot().findModule(VECTORS).isPresent()));
    findings.add(
        Finding.ok("cores", Runtime.getRuntime().availableProcessors() + " of " + Machine.cpu()));
    long memory =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    findings.add(memory(Runtime.getRuntime().maxMemory(), memory, settings));
    return findings;
  }

  private static Finding kernels() {
    try {
      String found =
          String.format(
              Locale.ROOT, "%s; %.0f gigaflops", Machine.matrixLibrary(), Machine.gigaflops());
      return Machine.warning().isEmpty()
          ? Finding.ok("matrix kernels", found)
          : Finding.warning("matrix kernels", found, Machine.warning());
    } catch (MachineException e) {
      return Finding.problem(
          "matrix kernels",
          e.getMessage(),
          "give a folder for temporary files from which libraries may be loaded:"
              + " --driver-java-options -Djava.io.tmpdir=DIR");
    }
  }

  static Finding vectors(boolean areThere) {
    return areThere
        ? Finding.ok("vector kernels", "the module " + VECTORS + " is there")
        : Finding.warning(
            "vector kernels",
            "the JVM runs without " + VECTORS + "; small networks train several times slower",
            "start Basin through submit/basin, or pass --add-modules " + VECTORS);
  }

  /**
   * Judges the heap.
   *
   * @param heap its largest size in bytes
   * @param memory what the machine or the process's container has, in bytes
   */
  static Finding memory(long heap, long memory, HealthSettings settings) {
    double forTrials = EngineSettings.load().heapForTrials((double) heap);
    String found =
        Footprint.text((double) heap)
            + " of heap, of which trials may take "
            + Footprint.text(forTrials)
            + "; "
            + Footprint.text((double) memory)
            + " in all";
    if (heap > memory) {
      return Finding.problem(
          "memory",
          found,
          "the heap is larger than the memory, and the system ends the process once it is used;"
              + " give less by --driver-memory");
    }
    if (heap > settings.largeHeapShare() * memory) {
      return Finding.warning(
          "memory", found, "the heap leaves little to the system; give less by --driver-memory");
    }
    if (heap < settings.smallHeap()) {
      return Finding.warning(
          "memory",
          found,
          "large networks and large tables do not fit; give more by --driver-memory");
    }
    return Finding.ok("memory", found);
  }
}
