package org.basin.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.basin.probe.Probe;

/** The values that a trial's probes have recorded so far, in growing primitive arrays. */
final class Observations implements Probe.Recorder {

  private final Map<String, List<Buffer>> buffers = new TreeMap<>();
  private long step;

  /** Starts a step: the values recorded from now on belong to {@code step}. */
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
    // Slot 0 holds the scalar, slot c + 1 holds component c.
    List<Buffer> components = buffers.computeIfAbsent(observable, name -> new ArrayList<>());
    while (components.size() <= component + 1) {
      components.add(new Buffer());
    }
    if (!components.get(component + 1).add(step, value)) {
      throw new IllegalStateException(observable + " is recorded twice at step " + step);
    }
  }

  /** Returns everything recorded, ordered by observable, then by component. */
  List<Series> series() {
    List<Series> all = new ArrayList<>();
    long[] shared = {};
    for (Map.Entry<String, List<Buffer>> entry : buffers.entrySet()) {
      for (int slot = 0; slot < entry.getValue().size(); slot++) {
        Buffer buffer = entry.getValue().get(slot);
        if (buffer.size > 0) {
          long[] steps = Arrays.copyOf(buffer.steps, buffer.size);
          // Most series have the same steps, so they share one array.
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

    /** Adds a value. Returns false if {@code step} already has one. */
    boolean add(long step, double value) {
      if (size > 0 && steps[size - 1] >= step) {
        return false;
      }
      if (size == steps.length) {
        steps = Arrays.copyOf(steps, 2 * size);
        values = Arrays.copyOf(values, 2 * size);
      }
      steps[size] = step;
      // Java does not define the sign and payload of a computed NaN, but a table must have the same
      // bits everywhere.
      values[size++] = Double.isNaN(value) ? Double.NaN : value;
      return true;
    }
  }
}
