package org.basin.tables;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.basin.plan.TrialSpec;
import org.basin.settings.Seeds;

/**
 * The trials of a plan, one row each, whether trained or not. It has the columns of {@code trials}
 * that follow from the specification alone. Executors compute it from the index; it is never
 * stored.
 */
public final class PlannedTable {

  private PlannedTable() {}

  /** The columns that every plan has. Those of the axes follow. */
  static final List<StructField> FIELDS =
      List.of(
          Columns.text("trial_id"),
          Columns.text("point_id"),
          Columns.whole("index"),
          Columns.whole("seed"),
          Columns.whole("seed_data"),
          Columns.whole("seed_init"),
          Columns.whole("seed_order"));

  /** Returns the columns of a plan with {@code axes}. */
  public static StructType schema(AxisColumns axes) {
    List<StructField> fields = new ArrayList<>(FIELDS);
    fields.addAll(axes.fields());
    return new StructType(fields.toArray(StructField[]::new));
  }

  /** Returns the row of {@code spec}. */
  public static Row row(TrialSpec spec, AxisColumns axes) {
    Seeds seeds = spec.seeds();
    List<Object> values = new ArrayList<>();
    values.add(spec.id());
    values.add(spec.pointId());
    values.add(spec.index());
    values.add(spec.seed());
    values.add(seeds.data());
    values.add(seeds.init());
    values.add(seeds.order());
    values.addAll(java.util.Arrays.asList(axes.values(spec.settings())));
    return RowFactory.create(values.toArray());
  }
}
