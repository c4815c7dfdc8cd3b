package org.basin.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.basin.settings.Problem;
import org.basin.settings.Problem.Kind;
import org.basin.settings.Settings;

/**
 * Checks the trial section against the schema for every combination of kinds that the axes choose.
 * A key is unknown if no combination knows it, and missing if one combination lacks it.
 */
final class TrialCheck {

  /**
   * The max number of combinations. Beyond it, each axis of kinds is checked with the others at
   * their first value.
   */
  private static final int MOST = 1000;

  private final Reading reading;
  private final FlatSettings trial;
  private final FlatSettings derive;
  private final Settings base;
  private final List<AxisDraft> axes;
  private final Set<String> supplied;

  /**
   * Prepares the check.
   *
   * @param trial the trial section, from which messages take places
   * @param derive the section of derived settings, which must be keys of some combination too
   * @param base the settings of the trial section
   * @param supplied the paths that {@code derive} and axes set, correctly or not; they are not
   *     missing
   */
  TrialCheck(
      Reading reading,
      FlatSettings trial,
      FlatSettings derive,
      Settings base,
      List<AxisDraft> axes,
      Set<String> supplied) {
    this.reading = reading;
    this.trial = trial;
    this.derive = derive;
    this.base = base;
    this.axes = axes;
    this.supplied = supplied;
  }

  void run() {
    checkBase();
    Map<String, Integer> unknownIn = new HashMap<>();
    Map<String, Problem> unknown = new LinkedHashMap<>();
    int judged = 0;
    for (int[] digits : combinations()) {
      List<Problem> problems = new ArrayList<>();
      Map<String, Object> set = derived();
      for (int a = 0; a < digits.length; a++) {
        AxisDraft axis = axes.get(a);
        for (int p = 0; p < axis.paths().size(); p++) {
          Object value = axis.values().get(digits[a]).get(p);
          if (value != null) {
            set.put(axis.paths().get(p), value);
          }
        }
      }
      reading.schema().resolve(base.withAll(set), problems::add);
      boolean illegalKind = problems.stream().anyMatch(TrialCheck::hidesKeys);
      judged += illegalKind ? 0 : 1;
      for (Problem problem : problems) {
        if (problem.kind() != Kind.UNKNOWN) {
          if (!Reading.isConsequence(problem, problems, trial.isWritten(problem.path()))) {
            addUnlessSupplied(problem, set.keySet());
          }
        } else if (!illegalKind) {
          unknownIn.merge(problem.path(), 1, Integer::sum);
          unknown.putIfAbsent(problem.path(), problem);
        }
      }
    }
    for (Problem problem : unknown.values()) {
      if (unknownIn.get(problem.path()) == judged) {
        String path = problem.path();
        if (derive.isWritten(path) && !trial.isWritten(path)) {
          reading.add(derive.place(path), problem, "derive." + path);
        } else {
          reading.add(place(path), problem, "trial." + path);
        }
      }
    }
  }

  /**
   * Returns a placeholder at every derived path, so that the schema tells whether it knows the
   * path.
   */
  private Map<String, Object> derived() {
    Map<String, Object> set = new TreeMap<>();
    for (String path : derive.settings().asMap().keySet()) {
      boolean isSetting =
          !reading.schema().keysAt(path).isEmpty()
              && reading.schema().canonicalPath(path).equals(path)
              && !path.endsWith(".kind");
      if (isSetting) {
        set.put(path, "");
      }
    }
    return set;
  }

  /** Checks the values that axes replace too. They must be legal for at least one kind. */
  private void checkBase() {
    Set<Map<String, Object>> kinds = new HashSet<>();
    kinds.add(Map.of());
    combinations().forEach(digits -> kinds.add(kinds(digits)));
    Map<String, Problem> illegal = new TreeMap<>();
    Set<String> legal = new HashSet<>();
    for (Map<String, Object> chosen : kinds) {
      Settings settings = base.withAll(chosen);
      Map<String, Problem> here = new HashMap<>();
      reading.schema().resolve(settings, problem -> here.put(problem.path(), problem));
      for (String path : base.asMap().keySet()) {
        Problem problem = here.get(path);
        if (chosen.containsKey(path)) {
          continue;
        }
        if (problem != null && problem.kind() == Kind.ILLEGAL) {
          illegal.putIfAbsent(path, problem);
        } else if (reading.schema().keyAt(path, settings).isPresent()) {
          legal.add(path);
        }
      }
    }
    illegal.forEach(
        (path, problem) -> {
          if (!legal.contains(path) && !path.startsWith(SweepHeader.OBSERVED)) {
            reading.add(trial.place(path), problem, "trial." + path);
          }
        });
  }

  private Map<String, Object> kinds(int[] digits) {
    Map<String, Object> kinds = new TreeMap<>();
    for (int a = 0; a < digits.length; a++) {
      AxisDraft axis = axes.get(a);
      for (int p = 0; p < axis.paths().size(); p++) {
        Object value = axis.values().get(digits[a]).get(p);
        if (value != null && axis.paths().get(p).endsWith(".kind")) {
          kinds.put(axis.paths().get(p), value);
        }
      }
    }
    return kinds;
  }

  /** Whether the problem makes it impossible to check the keys of a section. */
  private static boolean hidesKeys(Problem problem) {
    return problem.kind() != Kind.UNKNOWN && problem.path().endsWith(".kind");
  }

  private void addUnlessSupplied(Problem problem, Set<String> set) {
    String path = problem.path();
    boolean excused =
        problem.kind() == Kind.MISSING
            ? isSupplied(path)
            // The value of an axis was checked when the axis was read.
            : set.contains(path);
    // Hitting times were checked with the sweep.
    if (!excused && !path.startsWith(SweepHeader.OBSERVED)) {
      reading.add(trial.place(path), problem, "trial." + path);
    }
  }

  private boolean isSupplied(String path) {
    String section = path.endsWith(".kind") ? path.substring(0, path.length() - 5) : path;
    return supplied.contains(path)
        || supplied.contains(section)
        || supplied.stream().anyMatch(given -> path.startsWith(given + "."));
  }

  /** Returns the place where {@code path} was written: in the trial, or else on an axis. */
  private Place place(String path) {
    boolean written =
        base.asMap().keySet().stream()
            .anyMatch(given -> given.equals(path) || given.startsWith(path + "."));
    return written
        ? trial.place(path)
        : axes.stream()
            .filter(
                axis ->
                    axis.paths().stream()
                        .anyMatch(given -> given.equals(path) || given.startsWith(path + ".")))
            .map(AxisDraft::place)
            .findFirst()
            .orElseGet(() -> trial.place(path));
  }

  private List<int[]> combinations() {
    List<int[]> all = new ArrayList<>();
    all.add(new int[axes.size()]);
    for (int a = 0; a < axes.size(); a++) {
      List<Integer> choices = differing(axes.get(a));
      List<int[]> wider = new ArrayList<>();
      boolean full = (long) all.size() * choices.size() <= MOST;
      for (int[] digits : full ? all : all.subList(0, 1)) {
        for (int digit : choices) {
          int[] more = digits.clone();
          more[a] = digit;
          wider.add(more);
        }
      }
      if (!full) {
        wider.addAll(all.subList(1, all.size()));
      }
      all = wider;
    }
    return all;
  }

  /**
   * Returns one digit for each choice of kinds on the axis and for each set of paths that it sets.
   */
  private static List<Integer> differing(AxisDraft axis) {
    List<Integer> digits = new ArrayList<>();
    Set<List<Object>> seen = new HashSet<>();
    for (int i = 0; i < axis.size(); i++) {
      List<Object> kinds = new ArrayList<>();
      for (int p = 0; p < axis.paths().size(); p++) {
        Object value = axis.values().get(i).get(p);
        kinds.add(axis.paths().get(p).endsWith(".kind") ? value : (Object) (value == null));
      }
      if (seen.add(kinds)) {
        digits.add(i);
      }
    }
    return digits;
  }
}
