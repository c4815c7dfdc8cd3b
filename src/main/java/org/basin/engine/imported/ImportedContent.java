package org.basin.engine.imported;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.basin.engine.storage.EngineException;
import org.basin.plan.ImportedAxis;
import org.basin.plan.ImportedTrials;
import org.basin.settings.ContentHash;
import org.basin.settings.Key;
import org.basin.tables.Columns;
import org.basin.train.SubjectNames;

/** What one pass over imported trials finds. Its size does not grow with their number. */
final class ImportedContent {

  private static final String OBSERVABLE = "observable";

  private ImportedContent() {}

  /**
   * Describes the trials.
   *
   * @param outcomes the result of {@link OutcomeColumns#of}
   * @param types the types of the settings, by their names in tables
   * @param source the folder, as the user named it
   * @param slice the slice of work that is to hold them
   */
  static ImportedTrials of(
      SourceTable table,
      Dataset<Row> outcomes,
      Map<String, Key.Type> types,
      String source,
      String slice) {
    Column[] all =
        java.util.Arrays.stream(outcomes.columns()).map(functions::col).toArray(Column[]::new);
    List<Column> found = new ArrayList<>();
    // A sum does not depend on the order of the rows. Two hashes of 64 bits each tell contents
    // apart that no one means to be alike.
    for (int salt = 1; salt <= 2; salt++) {
      List<Column> salted = new ArrayList<>(List.of(lit(salt)));
      salted.addAll(List.of(all));
      found.add(
          sum(xxhash64(salted.toArray(Column[]::new)).cast(DataTypes.createDecimalType(20, 0)))
              .cast(DataTypes.StringType));
    }
    found.add(max(TrialColumns.INDEX));
    found.add(count_distinct(col(TrialColumns.SEED)));
    for (var axis : types.entrySet()) {
      boolean isNumber = axis.getValue() == Key.Type.INTEGER || axis.getValue() == Key.Type.REAL;
      Column value = isNumber ? col(axis.getKey()).cast(DataTypes.DoubleType) : lit(Double.NaN);
      found.add(min(value));
      found.add(max(value));
    }
    Row row = outcomes.agg(count("*"), found.toArray(Column[]::new)).first();
    if (row.getLong(0) == 0) {
      throw new EngineException(table.files().shown() + ": has no trial, must have at least one");
    }
    List<ImportedAxis> axes = new ArrayList<>();
    int at = 5;
    for (var axis : types.entrySet()) {
      axes.add(
          new ImportedAxis(
              table.header(axis.getKey()), axis.getValue(), orNan(row, at), orNan(row, at + 1)));
      at += 2;
    }
    return new ImportedTrials(
        source,
        ContentHash.of(row.getLong(0) + " " + row.getString(1) + " " + row.getString(2)),
        slice,
        row.getLong(3) + 1,
        row.getLong(0),
        row.getLong(4),
        axes,
        observables(outcomes));
  }

  /** A setting that no trial has is null throughout. */
  private static double orNan(Row row, int at) {
    return row.isNullAt(at) ? Double.NaN : row.getDouble(at);
  }

  /** Two observables that differ in a sign only would share a column. */
  private static List<String> observables(Dataset<Row> outcomes) {
    List<String> scalars =
        outcomes
            .selectExpr("filter(series, s -> s.component IS NULL).observable AS " + OBSERVABLE)
            .agg(array_distinct(flatten(collect_set(OBSERVABLE))))
            .first()
            .<String>getList(0)
            .stream()
            .sorted()
            .toList();
    for (String name : scalars) {
      SubjectNames.ofObservable(name)
          .ifPresent(
              must -> {
                throw new EngineException("observations: observable " + name + " must be " + must);
              });
    }
    for (int i = 0; i < scalars.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (Columns.name(scalars.get(i)).equalsIgnoreCase(Columns.name(scalars.get(j)))) {
          throw new EngineException(
              "observations: observables "
                  + scalars.get(j)
                  + " and "
                  + scalars.get(i)
                  + " must differ in a letter or digit, because columns are called by them");
        }
      }
    }
    return scalars;
  }
}
