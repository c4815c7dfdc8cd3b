package org.basin.config;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.basin.plan.Claim;
import org.basin.plan.Selection;
import org.basin.plan.analysis.Analyses;
import org.basin.plan.figure.Figure;
import org.basin.settings.Nearest;
import org.basin.settings.Settings;

/**
 * A sweep whose keys and values are legal, each by itself: the grid is not made, no file is looked
 * at and no trial is built.
 *
 * @param sweep the section
 * @param trial its trial, for places, as {@code derive}
 * @param base the trial's settings
 * @param expressions the derived settings by path
 * @param choices what read {@code selections}
 * @param analysing what read {@code analyses}
 */
record Draft(
    ConfigObject sweep,
    SweepHeader header,
    FlatSettings trial,
    List<AxisDraft> axes,
    FlatSettings derive,
    Settings base,
    Map<String, String> expressions,
    SelectionReader choices,
    List<Selection> selections,
    AnalysisReader analysing,
    Analyses analyses,
    List<Claim> claims,
    List<Figure> figures) {

  /** The section of a file that holds the sweep. */
  static final String SWEEP = "sweep";

  static final String LET = "let";
  static final String TRIAL = "trial";
  static final String AXES = "axes";
  static final String DERIVE = "derive";

  /**
   * The section {@code sweep} of a file.
   *
   * @param root the whole file, resolved
   * @throws ConfigException if there is none with a trial; what else is wrong is told to {@code
   *     reading}
   */
  static ConfigObject section(ConfigObject root, Place file, Reading reading) {
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
        reading.keys().add(file, "sweep is missing, must be a section, sweep { … }");
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
    if (sweep.containsKey(Variants.KEY)) {
      String must = " must stand in a section sweep { … } that is written out";
      reading.keys().add(sweep.get(Variants.KEY).origin(), Variants.KEY + must);
    }
    return sweep;
  }

  /**
   * Reads the section {@code sweep}.
   *
   * @param name the sweep's, if the section gives none
   * @throws ConfigException if a key or a value is wrong
   */
  static Draft read(ConfigObject sweep, String name, Reading reading) {
    SweepHeader header = SweepHeader.read(sweep, name, reading);
    FlatSettings trial =
        new FlatSettings(
            TRIAL, (ConfigObject) sweep.get(TRIAL), reading.keys(), reading.schema()::takesNames);
    List<AxisDraft> axes =
        sweep.containsKey(AXES) ? new AxisReader(reading).read(sweep.get(AXES)) : List.of();
    FlatSettings derive = new FlatSettings(DERIVE, derive(sweep, reading), reading.keys());
    Settings base = header.withObserved(trial, reading.schema(), reading);

    Set<String> supplied = new TreeSet<>(derive.settings().asMap().keySet());
    if (sweep.containsKey(AXES)) {
      AxisReader.named(sweep.get(AXES))
          .forEach(path -> supplied.add(reading.schema().canonicalPath(path)));
    }
    new TrialCheck(reading, trial, derive, base, axes, supplied).run();
    Map<String, String> expressions = new ExpressionCheck(reading, base, axes, derive).run(header);
    Set<String> paths = new TreeSet<>();
    axes.forEach(axis -> paths.addAll(axis.paths()));
    SelectionReader choices = new SelectionReader(reading, paths);
    List<Selection> selections = choices.read(sweep);
    List<Claim> claims = new ClaimReader(reading).read(sweep);
    reading.kinds().throwIfAny();
    reading.keys().throwIfAny();
    reading.values().throwIfAny();
    AnalysisReader analysing = new AnalysisReader(reading, header, axes);
    Analyses analyses = analysing.read();
    List<Figure> figures = new FigureReader(reading, header, analysing.views(analyses)).read();
    reading.values().throwIfAny();
    return new Draft(
        sweep,
        header,
        trial,
        axes,
        derive,
        base,
        expressions,
        choices,
        selections,
        analysing,
        analyses,
        claims,
        figures);
  }

  /** The section of derived settings, empty if there is none. */
  private static ConfigObject derive(ConfigObject sweep, Reading reading) {
    ConfigValue value = sweep.get(DERIVE);
    if (value instanceof ConfigObject object) {
      return object;
    }
    if (value != null) {
      reading.values().add(value.origin(), "derive must be a section, derive { … }");
    }
    return ConfigFactory.empty().root();
  }
}
