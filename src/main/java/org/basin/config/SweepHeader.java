package org.basin.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.basin.plan.HittingTime;
import org.basin.plan.SeedRange;
import org.basin.plan.analysis.Analyses;
import org.basin.settings.Nearest;
import org.basin.settings.Schema;
import org.basin.settings.Section;
import org.basin.settings.Settings;
import org.basin.settings.SpecException;
import org.basin.train.HittingTimes;
import org.basin.train.SubjectNames;
import org.basin.train.ThresholdFactory;
import org.basin.train.TrialSchema;

/**
 * Everything in a sweep except its trial, axes and derived settings.
 *
 * @param settings the resolved settings
 * @param places the places of the settings
 * @param name the sweep's name
 * @param hittingTimes the hitting times that could be read
 */
record SweepHeader(
    Settings settings, FlatSettings places, String name, List<HittingTime> hittingTimes) {

  static final String HITTING_TIMES = TrialSchema.HITTING_TIMES;

  /** The path at which the trial holds the hitting times at which its probes observe. */
  static final String OBSERVED = "observe." + HITTING_TIMES;

  /** The keys that other classes read. */
  private static final Set<String> OTHERS =
      Set.of("trial", "axes", "derive", ClaimReader.KEY, SelectionReader.KEY, Variants.KEY);

  private static final Set<String> OWN =
      Stream.concat(
              Stream.of("name", "where", "seeds", "engine", HITTING_TIMES, FigureKeys.FIGURES),
              Analyses.KEYS.stream())
          .collect(Collectors.toUnmodifiableSet());

  static SweepHeader read(ConfigObject sweep, String defaultName, Reading reading) {
    Set<String> known = new TreeSet<>(OWN);
    known.addAll(OTHERS);
    Map<String, ConfigValue> own = new TreeMap<>();
    for (String key : new TreeSet<>(sweep.keySet())) {
      ConfigValue value = sweep.get(key);
      if (OWN.contains(key)) {
        own.put(key, value);
      }
      if (!known.contains(key)) {
        String hint = "; " + Nearest.hint(key, known);
        reading.keys().add(value.origin(), key + " is not a key of sweep" + hint);
      }
    }
    ConfigObject section = ConfigValueFactory.fromMap(own).withOrigin(sweep.origin());
    FlatSettings flat = new FlatSettings("", section, reading.keys());
    boolean[] legal = {true};
    Settings settings =
        reading.resolve(
            reading.sweep(),
            flat,
            "",
            "",
            kinds(flat.settings()),
            problem -> legal[0] &= !problem.path().startsWith(HITTING_TIMES));
    SweepHeader header =
        new SweepHeader(
            settings,
            flat,
            settings.has("name") ? (String) settings.get("name") : defaultName,
            new ArrayList<>());
    header.check(reading);
    if (legal[0]) {
      header.readHittingTimes(reading);
    }
    return header;
  }

  /** Gives a hitting time without a kind the kind {@code threshold}. */
  private static Settings kinds(Settings raw) {
    if (!(raw.get(HITTING_TIMES) instanceof List<?> list)) {
      return raw;
    }
    List<Object> named = new ArrayList<>();
    for (Object each : list) {
      named.add(
          each instanceof Settings time && !time.has("kind")
              ? time.with("kind", ThresholdFactory.KIND)
              : each);
    }
    return raw.with(HITTING_TIMES, List.copyOf(named));
  }

  private void check(Reading reading) {
    if (!SweepName.isValid(name)) {
      reading
          .values()
          .add(places.place("name"), "name is \"" + name + "\", must be " + SweepName.RULE);
    }
    if (settings.get("seeds.from") instanceof Long from
        && settings.get("seeds.count") instanceof Long count
        && from > Long.MAX_VALUE - (count - 1)) {
      reading
          .values()
          .add(
              places.place("seeds.from"),
              "seeds.from is "
                  + from
                  + ", must be at most "
                  + (Long.MAX_VALUE - (count - 1))
                  + " for the last of "
                  + count
                  + " seeds to be below 2^63");
    }
    if (settings.get("seeds.vary") instanceof List<?> vary
        && vary.isEmpty()
        && settings.get("seeds.count") instanceof Long count
        && count > 1) {
      reading
          .values()
          .add(
              places.place("seeds.vary"),
              "seeds.vary is [], must name a stream for " + count + " replicates to differ");
    }
  }

  private void readHittingTimes(Reading reading) {
    Set<String> names = new TreeSet<>();
    for (Section section : new Section("", settings).sections(HITTING_TIMES)) {
      Section relative = new Section(section.path().substring(1), section.settings());
      try {
        HittingTime time = HittingTimes.CATALOGUE.of(relative).create(relative);
        if (!SweepName.isValid(time.name())) {
          throw new SpecException(
              relative.path() + ".name", "is \"" + time.name() + "\", must be " + SweepName.RULE);
        }
        Optional<String> taken = SubjectNames.ofHittingTime(time.name());
        if (taken.isPresent()) {
          throw new SpecException(
              relative.path() + ".name", "is " + time.name() + ", must be " + taken.get());
        }
        if (!names.add(time.name())) {
          throw new SpecException(
              relative.path() + ".name", "is " + time.name() + " again, must differ");
        }
        hittingTimes.add(time);
      } catch (SpecException e) {
        reading.values().add(places.place(e.path()), e.getMessage());
      }
    }
  }

  String where() {
    return (String) settings.get("where");
  }

  int lanes() {
    return settings.section("engine").integer("lanes");
  }

  SeedRange seeds() {
    Section seeds = settings.section("seeds");
    return new SeedRange(
        seeds.whole("from"),
        seeds.whole("count"),
        seeds.whole("shared"),
        Set.copyOf(seeds.texts("vary")));
  }

  /**
   * Returns the trial with the bare names of components as kinds, and with the hitting times at
   * which its probes observe. These change what a trial records, so they belong to its identity.
   */
  Settings withObserved(FlatSettings trial, Schema schema, Reading reading) {
    Settings base = Settings.EMPTY;
    for (var entry : trial.settings().asMap().entrySet()) {
      String path = entry.getKey();
      if (path.equals(OBSERVED)) {
        reading
            .keys()
            .add(trial.place(path), "trial." + path + " belongs into sweep." + HITTING_TIMES);
        continue;
      }
      boolean name = entry.getValue() instanceof String;
      base = base.with(name ? schema.canonicalPath(path) : path, entry.getValue());
    }
    List<Settings> observed =
        settings.get(HITTING_TIMES) instanceof List<?> times
            ? times.stream()
                .map(Settings.class::cast)
                .filter(time -> Boolean.TRUE.equals(time.get("observe")))
                .toList()
            : List.of();
    return observed.isEmpty() ? base : base.with(OBSERVED, observed);
  }
}
