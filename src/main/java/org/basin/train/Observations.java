package org.basin.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.basin.probe.Probe;

/** What a lane's probes have recorded so far, in growing primitive arrays. */
final class Observations implements Probe.Recorder {

  private final Map<String, List<Buffer>> buffers = new TreeMap<>();
  private long step;

  /** What is recorded from here on belongs to {@code step}. */
  void begin(long step) {
    this.step = step;
  }

  @Override
  public void record(String observable, double value) {
    put(observable, Series.SCALAR, value);
  }

  @Override
  public void record(String observable, int component, double value) {
    if (component < 0) {
      throw new IllegalArgumentException(observable + " component " + component);
    }
    put(observable, component, value);
  }

  private void put(String observable, int component, double value) {
    // Slot 0 is the scalar's, slot c + 1 component c's.
    List<Buffer> components = buffers.computeIfAbsent(observable, name -> new ArrayList<>());
    while (components.size() <= component + 1) {
      components.add(new Buffer());
    }
    if (!components.get(component + 1).add(step, value)) {
      throw new IllegalStateException(observable + " is recorded twice at step " + step);
    }
  }

  /** Everything recorded, ordered by observable, then component. */
  List<Series> series() {
    List<Series> all = new ArrayList<>();
    long[] shared = {};
    for (Map.Entry<String, List<Buffer>> entry : buffers.entrySet()) {
      for (int slot = 0; slot < entry.getValue().size(); slot++) {
        Buffer buffer = entry.getValue().get(slot);
        if (buffer.size > 0) {
          long[] steps = Arrays.copyOf(buffer.steps, buffer.size);
          // Most series have the same steps: one array for all of them.
          shared = Arrays.equals(steps, shared) ? shared : steps;
          double[] values = Arrays.copyOf(buffer.values, buffer.size);
          all.add(new Series(entry.getKey(), slot - 1, shared, values));
        }
      }
    }
    return all;
  }

  private static final class Buffer {
    private long[] steps = new long[16];
    private double[] values = new double[16];
    private int size;

    /** False if {@code step} has a value already. */
    boolean add(long step, double value) {
      if (size > 0 && steps[size - 1] >= step) {
        return false;
      }
      if (size == steps.length) {
        steps = Arrays.copyOf(steps, 2 * size);
        values = Arrays.copyOf(values, 2 * size);
      }
      steps[size] = step;
      // Java leaves a NaN's sign and payload to the compiler of the day; a table's bits must not
      // be.
      values[size++] = Double.isNaN(value) ? Double.NaN : value;
      return true;
    }
  }
}
