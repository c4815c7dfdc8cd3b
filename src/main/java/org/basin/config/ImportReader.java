package org.basin.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.basin.plan.Claim;
import org.basin.plan.ImportedAxis;
import org.basin.plan.ImportedTrials;
import org.basin.plan.Selection;
import org.basin.plan.Sweep;
import org.basin.plan.analysis.Analyses;
import org.basin.plan.figure.Figure;
import org.basin.settings.Nearest;

/**
 * Reads what is to be computed of imported trials: a sweep file without a trial. Its key {@code
 * axes} lists the columns that are settings.
 */
public final class ImportReader {

  /** Keys of a sweep that say how trials are planned and trained. */
  private static final List<String> OF_TRAINING =
      List.of(Draft.TRIAL, Draft.DERIVE, "where", "seeds", "engine", Variants.KEY);

  private static final String NAME = "name";

  private final ConfigObject sweep;
  private final Path file;
  private final String name;
  private final List<String> axes;
  private final Supplier<Reading> readings;

  private ImportReader(
      ConfigObject sweep, Path file, String name, List<String> axes, Supplier<Reading> readings) {
    this.sweep = sweep;
    this.file = file;
    this.name = name;
    this.axes = axes;
    this.readings = readings;
  }

  /**
   * Makes a reader.
   *
   * @param root the whole file, resolved
   * @param file where it stands; null if there is none
   * @param name the sweep's name; null for the one in the file or the file's own
   * @param readings makes an empty reading
   * @throws ConfigException if the file has something that imported trials have not
   */
  static ImportReader of(ConfigObject root, Path file, String name, Supplier<Reading> readings) {
    Reading reading = readings.get();
    if (!(root.get(Draft.SWEEP) instanceof ConfigObject sweep)) {
      reading.keys().add(root.origin(), "sweep is missing, must be a section, sweep { … }");
      reading.keys().throwIfAny();
      throw new IllegalStateException("unreachable");
    }
    for (String key : root.keySet()) {
      if (!key.equals(Draft.SWEEP) && !key.equals(Draft.LET)) {
        String hint = "; " + Nearest.hint(key, List.of(Draft.LET, Draft.SWEEP));
        reading.keys().add(root.get(key).origin(), key + " is not a key of a sweep file" + hint);
      }
    }
    for (String key : OF_TRAINING) {
      if (sweep.containsKey(key)) {
        String must = " must not stand in a sweep of imported trials, which are trained already";
        reading.keys().add(sweep.get(key).origin(), key + must);
      }
    }
    List<String> axes = axes(sweep.get(Draft.AXES), reading);
    reading.keys().throwIfAny();
    reading.values().throwIfAny();
    return new ImportReader(sweep, file, name, axes, readings);
  }

  private static List<String> axes(ConfigValue value, Reading reading) {
    if (value == null) {
      return List.of();
    }
    List<String> axes = new ArrayList<>();
    if (value instanceof ConfigList list && !list.isEmpty()) {
      list.stream()
          .filter(each -> each.valueType() == ConfigValueType.STRING)
          .forEach(each -> axes.add((String) each.unwrapped()));
      if (axes.size() == list.size()) {
        return axes;
      }
    }
    reading
        .values()
        .add(value.origin(), "axes must be a list of columns of imported trials, [ width, lr ]");
    return axes;
  }

  /** The columns that are settings; empty for all that are nothing else. */
  public List<String> axes() {
    return axes;
  }

  /** The sweep's name: the given one, the one in the file, or the file's own. */
  public String name() {
    if (name != null) {
      return name;
    }
    return sweep.get(NAME) != null && sweep.get(NAME).valueType() == ConfigValueType.STRING
        ? (String) sweep.get(NAME).unwrapped()
        : file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
  }

  /**
   * Returns the sweep of {@code trials}.
   *
   * @throws ConfigException if there is anything wrong, with a line for each thing
   */
  public Sweep read(ImportedTrials trials) {
    Reading reading = readings.get();
    checkAxes(trials, reading);
    SweepHeader header = SweepHeader.read(sweep, name(), reading);
    List<AxisDraft> drafts = trials.axes().stream().map(this::draft).toList();
    TreeSet<String> paths = new TreeSet<>();
    drafts.forEach(draft -> paths.addAll(draft.paths()));
    SelectionReader choices = new SelectionReader(reading, paths, trials::pathOf);
    List<Selection> selections = choices.read(sweep);
    List<Claim> claims = new ClaimReader(reading).read(sweep);
    reading.kinds().throwIfAny();
    reading.keys().throwIfAny();
    reading.values().throwIfAny();
    AnalysisReader analysing = new AnalysisReader(reading, header, drafts, trials::pathOf);
    Analyses analyses = analysing.read();
    List<Figure> figures = new FigureReader(reading, header, analysing.views(analyses)).read();
    TreeSet<String> scalars = new TreeSet<>(trials.observables());
    checkHittingTimes(header, scalars, reading);
    reading.values().throwIfAny();
    choices.check(selections, scalars);
    analysing.check(analyses, scalars);
    return new Sweep(
        name(),
        trials,
        header.hittingTimes(),
        selections,
        analyses,
        claims,
        figures,
        trials.observables(),
        1,
        resolved(header, trials));
  }

  /** The axes are part of what was imported: every point's id follows from them. */
  private void checkAxes(ImportedTrials trials, Reading reading) {
    List<String> imported = trials.axes().stream().map(ImportedAxis::path).toList();
    if (!axes.isEmpty() && !axes.stream().map(trials::pathOf).toList().equals(imported)) {
      reading
          .values()
          .add(
              sweep.get(Draft.AXES).origin(),
              "axes are not those of the imported trials, must be "
                  + String.join(", ", imported)
                  + "; with others, import the trials again");
      reading.values().throwIfAny();
    }
  }

  /** The min and max stand for all values of a number. */
  private AxisDraft draft(ImportedAxis axis) {
    List<List<Object>> values =
        switch (axis.type()) {
          case BOOLEAN -> List.of(List.of(true));
          case INTEGER, REAL ->
              Double.isNaN(axis.low())
                  ? List.of()
                  : List.of(List.of(axis.low()), List.of(axis.high()));
          default -> List.of(List.of(""));
        };
    Place place = Place.of(sweep.origin());
    return new AxisDraft(
        axis.path(), place, List.of(axis.path()), values, List.of(place, place), "");
  }

  private static void checkHittingTimes(SweepHeader header, Set<String> scalars, Reading reading) {
    for (int i = 0; i < header.hittingTimes().size(); i++) {
      for (String observable : header.hittingTimes().get(i).observables()) {
        if (!scalars.contains(observable)) {
          String path = SweepHeader.HITTING_TIMES + "[" + i + "]";
          reading
              .values()
              .add(
                  header.places().place(path),
                  path
                      + " watches "
                      + observable
                      + ", must watch a scalar observable of the trials; "
                      + Nearest.hint(observable, scalars));
        }
      }
    }
  }

  private String resolved(SweepHeader header, ImportedTrials trials) {
    Map<String, Object> all = new TreeMap<>(ResolvedText.nested(header.settings()));
    OF_TRAINING.forEach(all::remove);
    for (String key : List.of(ClaimReader.KEY, SelectionReader.KEY)) {
      if (sweep.containsKey(key)) {
        all.put(key, sweep.get(key).unwrapped());
      }
    }
    all.put(NAME, name());
    if (!trials.axes().isEmpty()) {
      all.put(Draft.AXES, trials.axes().stream().map(ImportedAxis::path).toList());
    }
    return ConfigValueFactory.fromMap(Map.of(Draft.SWEEP, all)).render(ResolvedText.PLAIN);
  }
}
