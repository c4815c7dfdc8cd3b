package org.basin.tables;

import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.basin.plan.HittingTime;
import org.basin.plan.hitting.Persistence;
import org.basin.plan.hitting.Quantity;
import org.basin.plan.hitting.Threshold;
import org.basin.plan.hitting.Threshold.Reference;
import org.basin.train.Hit;

/**
 * The columns of a hit in {@link OutcomeTable}. A hit carries its definition, because a later sweep
 * file may use the same name for another one. The columns after {@code step} are null where the
 * definition has nothing special, and so in work that was written before there were such
 * definitions.
 */
final class HitColumns {

  static final StructType SCHEMA =
      new StructType(
          new StructField[] {
            Columns.text("name"),
            Columns.text("observable"),
            Columns.real("threshold"),
            Columns.flag("below"),
            Columns.flag("relative"),
            Columns.nullable("step", DataTypes.LongType),
            Columns.nullable("over", DataTypes.StringType),
            Columns.nullable("of", DataTypes.StringType),
            Columns.nullable("relative_to", DataTypes.StringType),
            Columns.nullable("in_a_row", DataTypes.LongType),
            Columns.nullable("for_good", DataTypes.BooleanType),
            Columns.nullable("every", DataTypes.LongType),
            Columns.nullable("low", DataTypes.LongType)
          });

  private HitColumns() {}

  /** Makes the row of {@code hit} in Spark's internal form. */
  static InternalRow row(Hit hit, Function<String, UTF8String> text) {
    HittingTime time = hit.time();
    Quantity quantity = time.quantity();
    Threshold threshold = time.threshold();
    Reference reference = threshold.reference();
    Persistence persistence = time.persistence();
    return new GenericInternalRow(
        new Object[] {
          text.apply(time.name()),
          text.apply(quantity.observable()),
          threshold.value(),
          threshold.below(),
          reference != Reference.NONE,
          hit.isCensored() ? null : hit.step(),
          quantity.isRatio() ? text.apply(quantity.over()) : null,
          quantity.isChange() ? text.apply(quantity.form().text()) : null,
          threshold.isMoving() ? text.apply(reference.text()) : null,
          persistence.inARow() > 1 ? persistence.inARow() : null,
          persistence.forGood() ? true : null,
          time.every() > 1 ? time.every() : null,
          hit.low() < hit.step() ? hit.low() : null
        });
  }

  /** Reads the definition of a hit. */
  static HittingTime time(Row row) {
    String over = row.isNullAt(6) ? "" : row.getString(6);
    Quantity.Form form = row.isNullAt(7) ? Quantity.Form.VALUE : Quantity.Form.of(row.getString(7));
    Reference plain = row.getBoolean(4) ? Reference.START : Reference.NONE;
    return new HittingTime(
        row.getString(0),
        new Quantity(row.getString(1), over, form),
        new Threshold(
            row.getDouble(2),
            row.getBoolean(3),
            row.isNullAt(8) ? plain : Reference.of(row.getString(8))),
        new Persistence(
            row.isNullAt(9) ? 1 : row.getLong(9), !row.isNullAt(10) && row.getBoolean(10)),
        false,
        row.isNullAt(11) ? 1 : row.getLong(11));
  }

  /** Reads the hit of {@code time}, whose definition the row has. */
  static Hit hit(Row row, HittingTime time) {
    long step = row.isNullAt(5) ? -1 : row.getLong(5);
    return new Hit(time, row.isNullAt(12) ? step : row.getLong(12), step);
  }
}
