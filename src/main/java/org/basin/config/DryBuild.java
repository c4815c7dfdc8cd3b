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
import org.basin.settings.Problem;
import org.basin.settings.SpecException;
import org.basin.train.Footprint;
import org.basin.train.TrialParts;

/**
 * Builds a selection of a sweep's trials without training them, and reports those that cannot be
 * built. The selection holds the first trial, each value of each axis with the other axes at their
 * first value, and some trials spread over the whole grid. Trials with equal data settings share
 * the data of one seed, and of those with equal models and initialisers, too, one draws parameters
 * if the initialiser does not fit every model. One trial and one training set are in memory at a
 * time.
 */
final class DryBuild {

  /** The max number of values that are tried of each axis, and of trials spread over the grid. */
  private static final int MOST_VALUES = 100;

  private static final int SPREAD = 200;

  /**
   * The max number of different data sets that are built. Making data can take seconds; everything
   * else is quick.
   */
  private static final int MOST_DATA = 32;

  /** The share of the heap that data or parameters may take to be built here. */
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
  private double smallest = Double.POSITIVE_INFINITY;

  /**
   * Prepares to build trials of a sweep.
   *
   * @param trial the trial section; messages take places from it and from the next three parameters
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

  /** Builds the trials, and returns the scalar observables that any of them records. */
  Set<String> run() {
    List<HittingTime> watched = header.hittingTimes();
    List<TrialSpec> trials = new ArrayList<>();
    for (long index : selection()) {
      TrialSpec spec = grid.trial(index);
      if (spec != null) {
        trials.add(spec);
      }
    }
    // Sorted so that trials with the same training set follow one another.
    trials.sort(Comparator.comparing(DryBuild::dataKey).thenComparing(TrialSpec::index));
    String key = "";
    Data data = null;
    Set<String> drawn = new HashSet<>();
    int made = 0;
    double needed = 0;
    for (TrialSpec spec : trials) {
      if (!spec.isResolved()) {
        spec.problems().forEach(problem -> tell(spec, problem));
        continue;
      }
      try {
        if (!dataKey(spec).equals(key)) {
          if (made++ == MOST_DATA) {
            break;
          }
          key = dataKey(spec);
          data = null;
          drawn.clear();
          needed = Footprint.ofData(spec);
          largest = Math.max(largest, needed);
          data = isLight(needed) ? TrialParts.makeData(spec) : null;
        }
        if (data != null) {
          TrialParts parts = TrialParts.of(spec, data, watched);
          needed = Footprint.of(parts);
          largest = Math.max(largest, needed);
          if (!parts.initialiserFitsEveryModel()
              && isLight(Footprint.ofParameters(parts))
              && drawn.add(parametersKey(spec))) {
            var unused = parts.initialParameters();
          }
          scalars.addAll(parts.scalars());
        }
      } catch (SpecException e) {
        tell(spec, e.problem());
      } catch (OutOfMemoryError e) {
        data = null; // Only the machines that train can tell whether it fits.
        key = "";
      }
      smallest = Math.min(smallest, needed);
    }
    reading.values().throwIfAny();
    return scalars;
  }

  /** The predicted number of bytes that the largest of the built trials needs. */
  double largest() {
    return largest;
  }

  /**
   * The predicted number of bytes that the smallest of the built trials needs at least; infinite if
   * none was built.
   */
  double smallest() {
    return smallest;
  }

  /** Whether {@code bytes} bytes may be made here, where nothing is trained. */
  private static boolean isLight(double bytes) {
    return bytes <= LIGHT * (double) Runtime.getRuntime().maxMemory();
  }

  /**
   * Leaves out the seed: whether data can be made hardly depends on it, and making data can be
   * slow.
   */
  private static String dataKey(TrialSpec spec) {
    return spec.settings().under("data").canonical();
  }

  /** Leaves out the seed likewise. */
  private static String parametersKey(TrialSpec spec) {
    return spec.settings().under("model").canonical()
        + "\0"
        + spec.settings().under("init").canonical();
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
      // In floating point, because i·size may exceed a long.
      indices.add(Math.min(size - 1, (long) ((double) i / spread * size)));
    }
    return indices;
  }

  private void tell(TrialSpec spec, Problem problem) {
    String path = problem.path();
    String plain = path.replace("\"", "");
    Place own = ofSweep(plain, problem.message());
    Place place = own == null ? ofTrial(spec, path) : own;
    if (!told.add(place + " " + path)) {
      return; // Another point with the same problem was reported.
    }
    boolean hitting = path.startsWith(SweepHeader.OBSERVED);
    String text =
        (own == null ? "trial." + path : hitting ? plain.substring("observe.".length()) : plain)
            + " "
            + problem.message();
    reading.values().add(place, text + point(spec));
  }

  /** Returns the values of the axes at a trial as text; empty if there are no axes. */
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

  /** Returns the place of a problem that belongs to the sweep; null if it belongs to the trial. */
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
      if (message.startsWith(watched.get(i).name() + " ")) {
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
