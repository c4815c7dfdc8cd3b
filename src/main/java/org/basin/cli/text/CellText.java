package org.basin.cli.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/** Writes one value of a result as text. */
public final class CellText {
  /** The number of significant digits of a real in a table. CSV and JSON have all digits. */
  private static final MathContext TABLE_DIGITS = new MathContext(6);

  private CellText() {}

  /**
   * Returns a value's text for a terminal: reals have six digits, null is blank, line breaks are
   * shown as {@code \n}.
   */
  public static String forTable(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Double || value instanceof Float) {
      return rounded(((Number) value).doubleValue());
    }
    return exact(value).replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
  }

  /**
   * Returns a value's text for a file, with every digit. The format decides how null is written.
   */
  public static String exact(Object value) {
    if (value instanceof Row row) {
      List<String> fields = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        fields.add(row.schema().fieldNames()[i] + ": " + exact(row.get(i)));
      }
      return "{" + String.join(", ", fields) + "}";
    }
    if (value instanceof Timestamp time) {
      // With its zone: a Timestamp's own text is in this machine's zone and does not name it.
      return time.toInstant().toString();
    }
    if (value instanceof scala.collection.Seq<?> list) {
      return CollectionConverters.asJava(list).stream().map(CellText::exact).toList().toString();
    }
    if (value instanceof scala.collection.Map<?, ?> map) {
      return CollectionConverters.asJava(map).toString();
    }
    return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
  }

  /**
   * Returns a real with at most six significant digits, in plain or E notation, whichever is
   * shorter.
   */
  public static String rounded(double value) {
    if (!Double.isFinite(value) || value == 0) {
      return value == 0 ? "0" : Double.toString(value);
    }
    BigDecimal short6 = new BigDecimal(value).round(TABLE_DIGITS).stripTrailingZeros();
    int exponent = short6.precision() - short6.scale() - 1;
    if (exponent >= -4 && exponent < 9) {
      return short6.toPlainString();
    }
    String digits = short6.unscaledValue().toString();
    int sign = digits.startsWith("-") ? 1 : 0;
    String head = digits.substring(0, sign + 1);
    String tail = digits.substring(sign + 1);
    return head + (tail.isEmpty() ? "" : "." + tail) + "e" + exponent;
  }
}
