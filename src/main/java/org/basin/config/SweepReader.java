package org.basin.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.basin.plan.Grid;
import org.basin.plan.Sweep;
import org.basin.settings.Key;
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

  private double largestTrial;
  private double smallestTrial;
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
   * Reads and checks a sweep as its file has it, without any of the file's variants. It trains
   * nothing, but builds a selection of the trials.
   *
   * @param file the sweep file; its includes are found relative to it
   * @param overrides overrides of the form {@code path=value}, as if these lines stood at the end
   *     of the section {@code sweep}; a number in a path counts into a list, from 0
   * @throws ConfigException if there are problems, with one line for each
   */
  public Sweep read(Path file, List<String> overrides) {
    return read(file, Variants.NONE, overrides);
  }

  /**
   * Reads and checks a sweep. Trains nothing, but builds a selection of its trials. Of the file's
   * other variants it checks keys and values.
   *
   * @param file the sweep file; what it includes is found relative to it
   * @param variant which of the file's variants is laid over its sweep; empty for none
   * @param overrides {@code path=value} each, as if these lines stood at the end of the section
   *     {@code sweep}, after the variant; a number in a path counts into a list, from 0
   * @throws ConfigException if there is anything wrong, with a line for each thing
   */
  public Sweep read(Path file, String variant, List<String> overrides) {
    return read(file, variant, overrides, null);
  }

  /**
   * Reads a sweep that was planned before. It builds no trial and does not look at the files that
   * trials read, which may no longer exist.
   *
   * @param variant as for {@link #read(Path, String, List)}
   * @param provenance the files and outside components at the time when the sweep was planned
   * @throws ConfigException if there are problems, with one line for each
   */
  public Sweep readPlanned(
      Path file, String variant, List<String> overrides, Provenance provenance) {
    return read(file, variant, overrides, provenance);
  }

  /** Whether a file holds a sweep without a trial: what to compute of imported trials. */
  public boolean isOfImported(Path file) {
    try {
      return parse(file).file(Variants.NONE).root().get(Draft.SWEEP) instanceof ConfigObject sweep
          && !sweep.containsKey(Draft.TRIAL);
    } catch (com.typesafe.config.ConfigException.NotResolved e) {
      return false; // The sweep comes by a substitution, and with it the trial.
    }
  }

  /**
   * Returns a reader of what to compute of imported trials.
   *
   * @param file a sweep file without a trial; null for one that says nothing
   * @param name the sweep's name; null for the file's
   * @param overrides as for {@link #read(Path, List)}
   * @throws ConfigException if the file cannot be read, or has something that imported trials have
   *     not
   */
  public ImportReader ofImported(Path file, String name, List<String> overrides) {
    Problems text = new Problems();
    List<SetOption> options = SetOption.parse(overrides, text);
    text.throwIfAny();
    Config parsed =
        file == null
            ? ConfigFactory.parseString(Draft.SWEEP + " {}")
            : parse(file).file(Variants.NONE);
    Reading reading = reading((place, told) -> told);
    ConfigObject root = SweepText.resolve(parsed, options, limits, reading.text(), notes);
    return ImportReader.of(root, file, name, () -> reading((place, told) -> told));
  }

  /**
   * The variants that a file holds, its own and those of what it includes, by name.
   *
   * @throws ConfigException if the file cannot be parsed or the form of a variant is wrong
   */
  public List<Variant> variants(Path file) {
    return parse(file).all();
  }

  /**
   * The predicted number of bytes that the largest trial needs, among those built for the sweep
   * read last; 0 if none was built.
   */
  public double largestTrial() {
    return largestTrial;
  }

  /**
   * The predicted number of bytes that the smallest trial needs, among those built for the sweep
   * read last; infinite if none was built.
   */
  public double smallestTrial() {
    return smallestTrial;
  }

  /**
   * Reads a sweep.
   *
   * @param planned the recorded provenance; null to look at the files and to build trials
   */
  private Sweep read(Path file, String variant, List<String> overrides, Provenance planned) {
    Problems text = new Problems();
    List<SetOption> options = SetOption.parse(overrides, text);
    text.throwIfAny();
    Variants variants = parse(file);
    variants.require(variant, file);
    VariantCheck check = new VariantCheck(file, variants, limits, this::reading);
    Reading reading = reading((place, told) -> variants.told(variant, place, told));
    Draft draft = check.draft(variant, options, reading, notes);
    check.others(variant);

    SweepHeader header = draft.header();
    Grid grid = grid(draft, reading);
    Set<String> scalars = Set.of();
    if (planned == null) {
      grid = grid.with(ContentHashes.find(reading, draft.trial(), draft.axes(), grid));
      DryBuild build =
          new DryBuild(reading, draft.trial(), draft.axes(), draft.derive(), header, grid);
      scalars = build.run();
      draft.choices().check(draft.selections(), scalars);
      draft.analysing().check(draft.analyses(), scalars);
      largestTrial = build.largest();
      smallestTrial = build.smallest();
    } else {
      grid = grid.with(planned);
    }
    String resolved =
        ResolvedText.text(
            trialSchema,
            draft.sweep(),
            header,
            draft.base(),
            draft.axes(),
            draft.expressions().keySet());
    return new Sweep(
        header.name(),
        grid,
        header.hittingTimes(),
        draft.selections(),
        draft.analyses(),
        draft.claims(),
        draft.figures(),
        List.copyOf(scalars),
        header.lanes(),
        resolved);
  }

  private Variants parse(Path file) {
    Problems problems = new Problems();
    Variants variants =
        Variants.of(
            SweepText.parse(file, new IncludeScope(file, allowed, limits), problems),
            limits,
            problems);
    problems.throwIfAny();
    return variants;
  }

  /**
   * @param told what to say of a problem
   */
  private Reading reading(BiFunction<Place, String, String> told) {
    return new Reading(
        trialSchema,
        sweepSchema,
        new Problems(told),
        new Problems(told),
        new Problems(told),
        new Problems(told));
  }

  private Grid grid(Draft draft, Reading reading) {
    List<AxisDraft> axes = draft.axes();
    SweepHeader header = draft.header();
    try {
      List<org.basin.plan.Axis> plain = axes.stream().map(AxisDraft::axis).toList();
      Grid grid =
          new Grid(
              trialSchema,
              draft.base(),
              plain,
              draft.expressions(),
              header.where(),
              header.seeds());
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
              .orElseGet(
                  () -> new FlatSettings(Draft.SWEEP, draft.sweep(), new Problems()).place(path));
      reading.values().add(place, path + e.getMessage().substring(e.path().length()));
      reading.values().throwIfAny();
      throw e;
    }
  }

  /** Returns {@code settings} with {@code prefix} before every path. */
  static Settings prefixed(String prefix, Settings settings) {
    Map<String, Object> paths = new TreeMap<>();
    settings.asMap().forEach((path, value) -> paths.put(prefix + path, value));
    return Settings.of(paths);
  }
}
