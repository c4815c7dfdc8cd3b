package org.basin.config;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.basin.settings.Problem;
import org.basin.settings.Schema;
import org.basin.settings.Settings;

/**
 * One reading of a sweep file: what is legal, and what was found wrong, by stage.
 *
 * @param schema of the trial
 * @param sweep of everything around the trial; see {@link SweepSchema}
 * @param kinds unknown kinds, whose keys nobody knows
 * @param keys unknown and missing keys
 * @param values what is wrong with values
 */
record Reading(Schema schema, Schema sweep, Problems kinds, Problems keys, Problems values) {

  /** Takes a problem's path and message to the stage it belongs to. */
  void add(Place place, Problem problem, String path) {
    boolean isKind = problem.path().endsWith(".kind") || problem.path().equals("kind");
    Problems stage = problem.kind() != Problem.Kind.ILLEGAL ? keys : isKind ? kinds : values;
    stage.add(place, path + " " + problem.message());
  }

  /**
   * Resolves a section and takes its problems.
   *
   * @param flat the section
   * @param from the path the schema knows the section by, with a dot at its end; may be empty
   * @param to what the reader knows it by, likewise
   * @param raw its settings, by the schema's paths
   * @param found also told every problem
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
   * Whether a key is missing only because it was written in a way that has been told of: as null,
   * say, or misspelt.
   *
   * @param problems of the same section
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
