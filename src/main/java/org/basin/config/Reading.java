package org.basin.config;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.basin.settings.Problem;
import org.basin.settings.Schema;
import org.basin.settings.Settings;

/**
 * One reading of a sweep file: the schemas it is checked against, and the problems found so far by
 * stage.
 *
 * @param schema the schema of the trial
 * @param sweep the schema of everything around the trial; see {@link SweepSchema}
 * @param text the problems before there are keys: substitutions, overrides, size
 * @param kinds the unknown kinds, whose keys are not known
 * @param keys the unknown and missing keys
 * @param values the problems of values
 */
record Reading(
    Schema schema, Schema sweep, Problems text, Problems kinds, Problems keys, Problems values) {

  /** The problems by stage: those of a later one may follow from those of an earlier one. */
  List<Problems> stages() {
    return List.of(text, kinds, keys, values);
  }

  /** Adds a problem to the stage to which it belongs. */
  void add(Place place, Problem problem, String path) {
    boolean isKind = problem.path().endsWith(".kind") || problem.path().equals("kind");
    Problems stage = problem.kind() != Problem.Kind.ILLEGAL ? keys : isKind ? kinds : values;
    stage.add(place, path + " " + problem.message());
  }

  /**
   * Resolves a section and adds its problems.
   *
   * @param flat the section
   * @param from the path of the section in the schema, ending with a dot; may be empty
   * @param to the path of the section in messages, likewise
   * @param raw the settings of the section, by the schema's paths
   * @param found receives every problem too
   */
  Settings resolve(
      Schema schema,
      FlatSettings flat,
      String from,
      String to,
      Settings raw,
      Consumer<Problem> found) {
    List<Problem> problems = new ArrayList<>();
    Settings resolved = schema.resolve(raw, problems::add);
    problems.forEach(found);
    for (Problem problem : problems) {
      String path = problem.path().substring(Math.min(from.length(), problem.path().length()));
      if (!isConsequence(problem, problems, flat.isWritten(path))) {
        add(flat.place(path), problem, to + path);
      }
    }
    return resolved;
  }

  /**
   * Whether a key is missing only because of another problem that is reported: it was misspelt, for
   * example, or written as null.
   *
   * @param problems the problems of the same section
   */
  static boolean isConsequence(Problem problem, List<Problem> problems, boolean isWritten) {
    if (problem.kind() != Problem.Kind.MISSING) {
      return false;
    }
    int name = problem.path().lastIndexOf('.') + 1;
    String section = problem.path().substring(0, name);
    String meant = "did you mean " + problem.path().substring(name) + "?";
    return isWritten
        || problems.stream()
            .anyMatch(
                other ->
                    other.kind() == Problem.Kind.UNKNOWN
                        && other.path().startsWith(section)
                        && other.path().indexOf('.', name) < 0
                        && other.message().endsWith(meant));
  }
}
