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
 * The trials of a plan, one a row, trained or not: what {@code trials} knows from the specification
 * alone. Computed on executors from the index; never stored.
 */
public final class PlannedTable {

  private PlannedTable() {}

  /** The columns that every plan has. */
  static final List<StructField> FIELDS =
      List.of(
          Columns.text("trial_id"),
          Columns.text("point_id"),
          Columns.whole("index"),
          Columns.whole("seed"),
          Columns.whole("seed_data"),
          Columns.whole("seed_init"),
          Columns.whole("seed_order"));

  public static StructType schema(AxisColumns axes) {
    List<StructField> fields = new ArrayList<>(FIELDS);
    fields.addAll(axes.fields());
    return new StructType(fields.toArray(StructField[]::new));
  }

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
