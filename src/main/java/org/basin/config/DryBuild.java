package org.basin.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.basin.data.Data;
import org.basin.plan.Axis;
import org.basin.plan.Grid;
import org.basin.plan.HittingTime;
import org.basin.plan.TrialSpec;
import org.basin.settings.SpecException;
import org.basin.train.Footprint;
import org.basin.train.TrialParts;

/**
 * Builds a selection of a sweep's trials without training them: the first, each value of each axis
 * with the other axes at their first, and some spread over the whole grid, those with equal data
 * settings on the data of one seed. Tells of those that cannot be built. One trial and one training
 * set are in memory at a time.
 */
final class DryBuild {

  /** Values tried of each axis, and trials spread over the grid. */
  private static final int MOST_VALUES = 100;

  private static final int SPREAD = 200;

  /** Different data built: making data can take seconds, making the rest cannot. */
  private static final int MOST_DATA = 32;

  /** Part of the heap beyond which data or parameters are not made to see whether they can be. */
  private static final double LIGHT = 0.25;

  private final Reading reading;
  private final FlatSettings trial;
  private final List<AxisDraft> axes;
  private final Grid grid;
  private final SweepHeader header;
  private final FlatSettings derive;
  private final Set<String> told = new HashSet<>();
  private final Set<String> scalars = new TreeSet<>();
  private double largest;

  /**
   * @param trial the section, for places, as are the next three
   */
  DryBuild(
      Reading reading,
      FlatSettings trial,
      List<AxisDraft> axes,
      FlatSettings derive,
      SweepHeader header,
      Grid grid) {
    this.reading = reading;
    this.trial = trial;
    this.axes = axes;
    this.derive = derive;
    this.header = header;
    this.grid = grid;
  }

  /** Builds them, and returns the scalar observables that any of them records. */
  Set<String> run() {
    List<HittingTime> watched = header.hittingTimes();
    List<TrialSpec> trials = new ArrayList<>();
    for (long index : selection()) {
      TrialSpec spec = grid.trial(index);
      if (spec != null) {
        trials.add(spec);
      }
    }
    // Those on one training set follow each other.
    trials.sort(Comparator.comparing(DryBuild::dataKey).thenComparing(TrialSpec::index));
    String key = "";
    Data data = null;
    int made = 0;
    for (TrialSpec spec : trials) {
      if (!spec.problem().isEmpty()) {
        tell(spec, spec.problem(), spec.problem().split("[ ;]", 2)[0]);
        continue;
      }
      try {
        if (!dataKey(spec).equals(key)) {
          if (made++ == MOST_DATA) {
            break;
          }
          key = dataKey(spec);
          data = null;
          needs(Footprint.ofData(spec));
          data = isLight(Footprint.ofData(spec)) ? TrialParts.makeData(spec) : null;
        }
        if (data != null) {
          TrialParts parts = TrialParts.of(spec, data, watched);
          needs(Footprint.of(parts));
          if (isLight(Footprint.ofParameters(parts))) {
            var unused = parts.initialParameters();
          }
          scalars.addAll(parts.scalars());
        }
      } catch (SpecException e) {
        tell(spec, e.getMessage(), e.path());
      } catch (OutOfMemoryError e) {
        data = null; // Whether it fits is for the machines that train to say.
        key = "";
      }
    }
    reading.values().throwIfAny();
    return scalars;
  }

  private void needs(double bytes) {
    largest = Math.max(largest, bytes);
  }

  /** Bytes that the largest of the trials built is predicted to need. */
  double largest() {
    return largest;
  }

  /** Whether so many bytes can be made here, where nothing is trained. */
  private static boolean isLight(double bytes) {
    return bytes <= LIGHT * (double) Runtime.getRuntime().maxMemory();
  }

  /** Not the seed: whether data can be made hardly depends on it, and making them can be slow. */
  private static String dataKey(TrialSpec spec) {
    return spec.settings().under("data").canonical();
  }

  private Iterable<Long> selection() {
    TreeSet<Long> indices = new TreeSet<>();
    indices.add(0L);
    long stride = grid.seeds().count();
    List<Axis> all = grid.axes();
    for (int a = all.size() - 1; a >= 0; a--) {
      int size = all.get(a).size();
      int tried = Math.min(size, MOST_VALUES);
      for (int i = 0; i < tried; i++) {
        indices.add(stride * ((long) i * size / tried));
      }
      stride *= size;
    }
    long size = grid.size();
    long spread = Math.min(size, SPREAD);
    for (long i = 0; i < spread; i++) {
      // In floating point: i·size may exceed a long.
      indices.add(Math.min(size - 1, (long) ((double) i / spread * size)));
    }
    return indices;
  }

  private void tell(TrialSpec spec, String message, String path) {
    String plain = path.replace("\"", "");
    Place own = ofSweep(plain, message);
    Place place = own == null ? ofTrial(spec, path) : own;
    if (!told.add(place + " " + path)) {
      return; // Of other points with the same fault, the first is enough.
    }
    boolean hitting = path.startsWith(SweepHeader.OBSERVED);
    String text =
        (own == null ? "trial." + path : hitting ? plain.substring("observe.".length()) : plain)
            + message.substring(path.length());
    reading.values().add(place, text + point(spec));
  }

  /** The values of the axes at a trial; empty if there are none. */
  private String point(TrialSpec spec) {
    List<String> values = new ArrayList<>();
    for (Axis axis : grid.axes()) {
      for (String path : axis.paths()) {
        Object value = spec.settings().get(path);
        if (value != null) {
          values.add(path + " = " + value);
        }
      }
    }
    return values.isEmpty() ? "" : " (at " + String.join(", ", values) + ")";
  }

  /** Where something stands that is of the sweep, not of its trial; null for the trial's. */
  private Place ofSweep(String path, String message) {
    if (path.equals("where")) {
      return header.places().place(path);
    }
    if (path.startsWith("derive.")) {
      return derive.place(path.substring("derive.".length()));
    }
    for (int i = 0; i < axes.size(); i++) {
      if (path.startsWith("axes[" + i + "].")) {
        return axes.get(i).place();
      }
    }
    if (!path.startsWith(SweepHeader.OBSERVED)) {
      return null;
    }
    List<HittingTime> watched = header.hittingTimes();
    for (int i = 0; i < watched.size(); i++) {
      if (message.contains(" " + watched.get(i).name() + " ")) {
        return header.places().place(SweepHeader.HITTING_TIMES + "[" + i + "]");
      }
    }
    return header.places().place(SweepHeader.HITTING_TIMES);
  }

  private Place ofTrial(TrialSpec spec, String path) {
    for (AxisDraft axis : axes) {
      if (axis.paths().contains(path)) {
        return axis.placeOf(spec.settings());
      }
    }
    return trial.place(path);
  }
}
