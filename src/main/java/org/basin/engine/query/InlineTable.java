package org.basin.engine.query;

import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedInlineTable;
import org.apache.spark.sql.catalyst.expressions.BinaryArithmetic;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.UnaryMinus;
import org.apache.spark.sql.catalyst.expressions.UnaryPositive;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Checks what {@code VALUES} holds: only constants as they are written. Spark's analyser computes
 * an inline table while it resolves names, and a short text such as {@code array_repeat(1,
 * 1000000000)} can make a huge value.
 */
final class InlineTable {

  /** Functions whose value is about as large as the text of the call. */
  private static final Set<String> CONSTRUCTORS =
      Set.of(
          "array",
          "bigint",
          "boolean",
          "date",
          "double",
          "float",
          "int",
          "map",
          "named_struct",
          "string",
          "struct",
          "timestamp");

  private InlineTable() {}

  /**
   * Checks every value of {@code table}.
   *
   * @throws QueryException if one is not a constant
   */
  static void check(UnresolvedInlineTable table) {
    for (var row : CollectionConverters.asJava(table.rows())) {
      CollectionConverters.asJava(row).forEach(InlineTable::check);
    }
  }

  private static void check(Expression value) {
    boolean isConstant =
        value instanceof Literal
            || value instanceof Cast
            || value instanceof UnaryMinus
            || value instanceof UnaryPositive
            || value instanceof BinaryArithmetic
            || (value instanceof UnresolvedFunction call && isConstructor(call));
    if (!isConstant) {
      throw new QueryException(
          "VALUES holds "
              + value.sql()
              + ", must hold constants as they are written"
              + NodeTypes.position(value.origin()));
    }
    CollectionConverters.asJava(value.children()).forEach(InlineTable::check);
  }

  private static boolean isConstructor(UnresolvedFunction call) {
    return CONSTRUCTORS.contains(
        String.join(".", CollectionConverters.asJava(call.nameParts())).toLowerCase(Locale.ROOT));
  }
}
