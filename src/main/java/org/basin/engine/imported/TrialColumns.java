package org.basin.engine.imported;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.basin.engine.storage.EngineException;
import org.basin.settings.Nearest;
import org.basin.tables.AxisColumns;
import org.basin.tables.Columns;
import org.basin.tables.TableSchemas;

/**
 * What each column of an imported table {@code trials} is: one that Basin knows, the last value of
 * an observable, which follows from the observations, or a setting.
 *
 * @param axes the names in tables of the columns that are settings, each an axis
 * @param ignored the names in tables of the columns that are read by nothing
 */
record TrialColumns(List<String> axes, List<String> ignored) {

  static final String TRIAL = "trial_id";
  static final String POINT = "point_id";
  static final String INDEX = "index";
  static final String SEED = "seed";
  static final String VERDICT = "verdict";
  static final String STEPS = "steps";
  static final String SECONDS = "seconds";
  static final String ATTEMPT = "attempt";
  static final String HOST = "host";
  static final String ERROR = "error";

  /** The seeds of the streams, which Basin's own tables have. */
  static final List<String> STREAMS = List.of("seed_data", "seed_init", "seed_order");

  private static final Set<String> KNOWN =
      Set.of(TRIAL, POINT, INDEX, SEED, VERDICT, STEPS, SECONDS, ATTEMPT, HOST, ERROR);

  /** Columns of tables that are not published, beside which settings stand as well. */
  private static final List<String> INNER =
      List.of("series", "hits", "slice", "turn", "finals", "rates", "phases");

  /**
   * Tells the columns apart.
   *
   * @param declared the columns that are settings; empty for all that are nothing else
   * @throws EngineException if a declared column is not there, or a setting has the name of a
   *     column of Basin's tables
   */
  static TrialColumns of(SourceTable table, List<String> declared) {
    List<String> axes = new ArrayList<>();
    List<String> ignored = new ArrayList<>();
    for (String name : table.names()) {
      boolean isLast = name.startsWith(Columns.last(""));
      if (isLast || (!declared.isEmpty() && !isKnown(name))) {
        ignored.add(name);
      } else if (!isKnown(name)) {
        axes.add(name);
      }
    }
    for (String path : declared) {
      String name = Columns.name(path);
      if (!table.has(name)) {
        throw new EngineException(
            table.files().shown()
                + ": has no column "
                + path
                + ", which axes names; "
                + Nearest.hint(path, table.names()));
      }
      axes.add(name);
      ignored.remove(name);
    }
    TrialColumns columns = new TrialColumns(axes, ignored);
    columns.checkNames(table, List.of());
    return columns;
  }

  private static boolean isKnown(String name) {
    return KNOWN.contains(name) || STREAMS.contains(name);
  }

  /**
   * Refuses settings whose columns would stand twice in a table.
   *
   * @param observables the scalar observables that trials recorded
   */
  void checkNames(SourceTable table, List<String> observables) {
    Set<String> taken = new TreeSet<>();
    Stream.concat(
            INNER.stream(),
            TableSchemas.of(new AxisColumns(List.of(), List.of()), observables).values().stream()
                .flatMap(schema -> Arrays.stream(schema.fieldNames())))
        .forEach(name -> taken.add(name.toLowerCase(Locale.ROOT)));
    for (String axis : axes) {
      if (taken.contains(axis.toLowerCase(Locale.ROOT))) {
        throw new EngineException(
            table.files().shown()
                + ": column "
                + table.header(axis)
                + " must have another name, because Basin's tables have a column of this name");
      }
    }
  }
}
