package org.basin.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.basin.plan.Claim;
import org.basin.plan.Grid;
import org.basin.plan.Selection;
import org.basin.plan.Sweep;
import org.basin.settings.Key;
import org.basin.settings.Nearest;
import org.basin.settings.Provenance;
import org.basin.settings.Schema;
import org.basin.settings.Settings;
import org.basin.settings.SpecException;
import org.basin.train.TrialSchema;

/**
 * Reads sweep files. Problems are reported by stage, all problems of a stage at once. The stages
 * are the text, its kinds, its keys, its values, and whether trials can be built from it.
 *
 * <p>A file holds one section {@code sweep}. It may also hold a section {@code let} with values to
 * which {@code ${let.…}} refers; that section has no other effect.
 */
public final class SweepReader {

  private static final String SWEEP = "sweep";
  private static final String LET = "let";
  private static final String TRIAL = "trial";
  private static final String AXES = "axes";
  private static final String DERIVE = "derive";

  private double largestTrial;
  private final Schema trialSchema;
  private final Schema sweepSchema;
  private final Limits limits;
  private final List<String> allowed;
  private final Consumer<String> notes;

  /** Makes a reader that knows every kind on the class path and prints no notes. */
  public SweepReader() {
    this(List.of(), note -> {});
  }

  /**
   * Makes a reader that knows every kind on the class path.
   *
   * @param allowed what a sweep file may include besides files below its folder and resources of
   *     the class path: paths of files and folders, and beginnings of addresses
   * @param notes receives one line for each thing that the user may want to know about a correct
   *     file, and for the progress of long work
   */
  public SweepReader(List<String> allowed, Consumer<String> notes) {
    this(Limits.load(), allowed, notes);
  }

  private SweepReader(Limits limits, List<String> allowed, Consumer<String> notes) {
    Map<String, Map<String, List<Key>>> slots = TrialSchema.slots();
    Settings defaults = Defaults.load();
    this.trialSchema = new Schema(slots, defaults);
    this.sweepSchema = SweepSchema.of(slots, defaults);
    this.limits = limits;
    this.allowed = List.copyOf(allowed);
    this.notes = notes;
  }

  /**
   * Returns a reader of {@link Sweep#resolved}, which is longer than the sweep file and includes
   * nothing.
   */
  public static SweepReader ofRecorded() {
    return new SweepReader(Limits.load().forRecorded(), List.of(), note -> {});
  }

  /**
   * Reads and checks a sweep. It trains nothing, but builds a selection of the trials.
   *
   * @param file the sweep file; its includes are found relative to it
   * @param overrides overrides of the form {@code path=value}, as if these lines stood at the end
   *     of the section {@code sweep}; a number in a path counts into a list, from 0
   * @throws ConfigException if there are problems, with one line for each
   */
  public Sweep read(Path file, List<String> overrides) {
    return read(file, overrides, null);
  }

  /**
   * Reads a sweep that was planned before. It builds no trial and does not look at the files that
   * trials read, which may no longer exist.
   *
   * @param provenance the files and outside components at the time when the sweep was planned
   * @throws ConfigException if there are problems, with one line for each
   */
  public Sweep readPlanned(Path file, List<String> overrides, Provenance provenance) {
    return read(file, overrides, provenance);
  }

  /**
   * The predicted number of bytes that the largest trial needs, among those built for the sweep
   * read last; 0 if none was built.
   */
  public double largestTrial() {
    return largestTrial;
  }

  /**
   * Reads a sweep.
   *
   * @param planned the recorded provenance; null to look at the files and to build trials
   */
  private Sweep read(Path file, List<String> overrides, Provenance planned) {
    Problems text = new Problems();
    List<SetOption> options = SetOption.parse(overrides, text);
    text.throwIfAny();
    ConfigObject root =
        SweepText.read(file, new IncludeScope(file, allowed, limits), options, text, notes);
    Reading reading =
        new Reading(trialSchema, sweepSchema, new Problems(), new Problems(), new Problems());
    ConfigObject sweep = sweepSection(root, file, reading);
    SweepHeader header = SweepHeader.read(sweep, defaultName(file), reading);
    FlatSettings trial = new FlatSettings(TRIAL, (ConfigObject) sweep.get(TRIAL), reading.keys());
    List<AxisDraft> axes =
        sweep.containsKey(AXES) ? new AxisReader(reading).read(sweep.get(AXES)) : List.of();
    FlatSettings derive = new FlatSettings(DERIVE, section(sweep, DERIVE, reading), reading.keys());
    Settings base = header.withObserved(trial, trialSchema, reading);

    Set<String> supplied = new TreeSet<>(derive.settings().asMap().keySet());
    if (sweep.containsKey(AXES)) {
      AxisReader.named(sweep.get(AXES))
          .forEach(path -> supplied.add(trialSchema.canonicalPath(path)));
    }
    new TrialCheck(reading, trial, derive, base, axes, supplied).run();
    Map<String, String> expressions = new ExpressionCheck(reading, axes).run(derive, header);
    Set<String> paths = new TreeSet<>();
    axes.forEach(axis -> paths.addAll(axis.paths()));
    SelectionReader choices = new SelectionReader(reading, paths);
    List<Selection> selections = choices.read(sweep);
    List<Claim> claims = new ClaimReader(reading).read(sweep);
    reading.kinds().throwIfAny();
    reading.keys().throwIfAny();
    reading.values().throwIfAny();

    Grid grid = grid(base, axes, expressions, header, sweep, reading);
    Set<String> scalars = Set.of();
    if (planned == null) {
      grid = grid.with(ContentHashes.find(reading, trial, axes, grid));
      DryBuild build = new DryBuild(reading, trial, axes, derive, header, grid);
      scalars = build.run();
      choices.check(selections, scalars);
      largestTrial = build.largest();
    } else {
      grid = grid.with(planned);
    }
    String resolved =
        ResolvedText.text(trialSchema, sweep, header, base, axes, expressions.keySet());
    return new Sweep(
        header.name(),
        grid,
        header.hittingTimes(),
        selections,
        claims,
        List.copyOf(scalars),
        header.lanes(),
        resolved);
  }

  private ConfigObject sweepSection(ConfigObject root, Path file, Reading reading) {
    for (String key : root.keySet()) {
      if (key.equals(LET) && !(root.get(LET) instanceof ConfigObject)) {
        reading.values().add(root.get(LET).origin(), "let must be a section, let { … }");
      }
      if (!key.equals(SWEEP) && !key.equals(LET)) {
        String hint = "; " + Nearest.hint(key, List.of(LET, SWEEP));
        reading.keys().add(root.get(key).origin(), key + " is not a key of a sweep file" + hint);
      }
    }
    if (!(root.get(SWEEP) instanceof ConfigObject sweep)) {
      if (root.get(SWEEP) == null) {
        reading.keys().add(Place.of(file), "sweep is missing, must be a section, sweep { … }");
      } else {
        reading.keys().add(root.get(SWEEP).origin(), "sweep must be a section, sweep { … }");
      }
      reading.keys().throwIfAny();
      throw new IllegalStateException("unreachable");
    }
    if (!(sweep.get(TRIAL) instanceof ConfigObject)) {
      ConfigValue trial = sweep.get(TRIAL);
      if (trial == null) {
        reading.keys().add(sweep.origin(), "trial is missing, must be a section, trial { … }");
      } else {
        reading.keys().add(trial.origin(), "trial must be a section, trial { … }");
      }
      reading.keys().throwIfAny();
    }
    return sweep;
  }

  /** Returns the section at {@code key}; empty if there is none. */
  private static ConfigObject section(ConfigObject sweep, String key, Reading reading) {
    ConfigValue value = sweep.get(key);
    if (value instanceof ConfigObject object) {
      return object;
    }
    if (value != null) {
      reading.values().add(value.origin(), key + " must be a section, " + key + " { … }");
    }
    return com.typesafe.config.ConfigFactory.empty().root();
  }

  private Grid grid(
      Settings base,
      List<AxisDraft> axes,
      Map<String, String> expressions,
      SweepHeader header,
      ConfigObject sweep,
      Reading reading) {
    try {
      List<org.basin.plan.Axis> plain = axes.stream().map(AxisDraft::axis).toList();
      Grid grid = new Grid(trialSchema, base, plain, expressions, header.where(), header.seeds());
      if (grid.size() > limits.trials()) {
        throw new SpecException("axes", Limits.beyond(limits.trials(), "trials", "trials"));
      }
      if (grid.judged() > limits.judgedPoints()) {
        throw new SpecException(
            "where",
            Limits.beyond(limits.judgedPoints(), "points to choose from", "judged-points"));
      }
      if (PointCount.of(grid, notes) == 0) {
        String none = "where keeps none of " + grid.size() / header.seeds().count() + " points";
        reading.values().add(header.places().place("where"), none);
        reading.values().throwIfAny();
      }
      return grid;
    } catch (SpecException e) {
      String path = e.path().replace("\"", "");
      Place place =
          axes.stream()
              .filter(axis -> path.startsWith(axis.name()))
              .map(AxisDraft::place)
              .findFirst()
              .orElseGet(() -> new FlatSettings(SWEEP, sweep, new Problems()).place(path));
      reading.values().add(place, path + e.getMessage().substring(e.path().length()));
      reading.values().throwIfAny();
      throw e;
    }
  }

  private static String defaultName(Path file) {
    return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
  }

  /** Returns {@code settings} with {@code prefix} before every path. */
  static Settings prefixed(String prefix, Settings settings) {
    Map<String, Object> paths = new TreeMap<>();
    settings.asMap().forEach((path, value) -> paths.put(prefix + path, value));
    return Settings.of(paths);
  }
}
