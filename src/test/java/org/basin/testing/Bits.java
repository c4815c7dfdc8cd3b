package org.basin.testing;

import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.collection.Iterable;
import scala.jdk.javaapi.CollectionConverters;

/** Table cells as text that is equal only for equal bits: {@code equals} takes −0.0 for 0.0. */
public final class Bits {

  private Bits() {}

  /** Every row as one text, in the order in which they are read. */
  public static List<String> rows(Dataset<Row> table) {
    return table.collectAsList().stream().map(Bits::row).toList();
  }

  private static String row(Row row) {
    return IntStream.range(0, row.length())
        .mapToObj(i -> row.schema().fieldNames()[i] + "=" + text(row.get(i)))
        .collect(Collectors.joining(" "));
  }

  /** One cell. A double has its 64 bits too, a time its milliseconds, a list its elements. */
  public static String text(Object cell) {
    if (cell instanceof Double number) {
      return number + "/" + Long.toHexString(Double.doubleToRawLongBits(number));
    } else if (cell instanceof Timestamp time) {
      return "time " + time.getTime();
    } else if (cell instanceof Iterable<?> list) {
      return texts(CollectionConverters.asJava(list));
    } else if (cell instanceof Object[] list) {
      return texts(Arrays.asList(list));
    }
    return String.valueOf(cell);
  }

  private static String texts(java.lang.Iterable<?> cells) {
    StringBuilder text = new StringBuilder("[");
    cells.forEach(cell -> text.append(text(cell)).append(", "));
    return text.append(']').toString();
  }
}
