package org.basin.engine.imported;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.types.StructType;
import org.basin.engine.compare.ComparedTables;
import org.basin.engine.storage.EngineException;
import org.basin.engine.work.PlannedOutcomes;
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

  private static final String WORK = "the work that is kept";

  private static final Set<String> KNOWN =
      Set.of(TRIAL, POINT, INDEX, SEED, VERDICT, STEPS, SECONDS, ATTEMPT, HOST, ERROR);

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
    Map<String, Set<String>> taken = taken(observables);
    for (String axis : axes) {
      Set<String> owners = taken.get(axis.toLowerCase(Locale.ROOT));
      if (owners != null) {
        throw new EngineException(
            table.files().shown()
                + ": column "
                + table.header(axis)
                + " must have another name, since these have a column "
                + axis.toLowerCase(Locale.ROOT)
                + ": "
                + String.join(", ", owners));
      }
    }
  }

  /** Who has a column of a name already, by the name in lower case. */
  private static Map<String, Set<String>> taken(List<String> observables) {
    Map<String, Set<String>> taken = new TreeMap<>();
    TableSchemas.of(new AxisColumns(List.of(), List.of()), observables)
        .forEach((name, schema) -> put(schema, name, taken));
    // Of these, a name that a table has as well needs no other owner.
    Map<String, Set<String>> others = new TreeMap<>();
    TableSchemas.kept().forEach(schema -> put(schema, WORK, others));
    others.put(PlannedOutcomes.SLICE, Set.of(WORK));
    ComparedTables.columns().forEach(name -> others.put(name, Set.of("the result of compare")));
    others.forEach(taken::putIfAbsent);
    return taken;
  }

  private static void put(StructType schema, String owner, Map<String, Set<String>> into) {
    for (String name : schema.fieldNames()) {
      into.computeIfAbsent(name.toLowerCase(Locale.ROOT), each -> new TreeSet<>()).add(owner);
    }
  }
}
