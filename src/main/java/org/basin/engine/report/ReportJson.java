package org.basin.engine.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/** Writes maps, lists, rows and numbers as JSON; reals with six significant digits. */
final class ReportJson {

  /** More than a picture can show. */
  private static final MathContext DIGITS = new MathContext(6);

  private ReportJson() {}

  /** JSON that is written as it is. */
  record Raw(String json) {}

  /** A number that is written with all its digits, such as the value of an axis. */
  record Exact(Number number) {}

  /** Returns {@code value} as JSON that may stand in a script element of a page. */
  static String of(Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      write(value, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().replace("<", "\\u003c");
  }

  private static void write(Object value, JsonGenerator json) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Raw raw) {
      json.writeRawValue(raw.json());
    } else if (value instanceof Exact exact) {
      json.writeRawValue(exact.number().toString());
    } else if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName(entry.getKey().toString());
        write(entry.getValue(), json);
      }
      json.writeEndObject();
    } else if (value instanceof Iterable<?> list) {
      json.writeStartArray();
      for (Object each : list) {
        write(each, json);
      }
      json.writeEndArray();
    } else if (value instanceof Row row) {
      json.writeStartArray();
      for (int i = 0; i < row.length(); i++) {
        write(row.get(i), json);
      }
      json.writeEndArray();
    } else if (value instanceof Number number) {
      write(number, json);
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else {
      json.writeString(value.toString());
    }
  }

  private static void write(Number number, JsonGenerator json) throws IOException {
    double real = number.doubleValue();
    if (number instanceof Long || number instanceof Integer) {
      json.writeNumber(number.longValue());
    } else if (Double.isFinite(real)) {
      json.writeRawValue(new BigDecimal(real).round(DIGITS).stripTrailingZeros().toString());
    } else {
      json.writeNull();
    }
  }

  /** A row's values from column {@code first} on. */
  static List<Object> from(Row row, int first) {
    List<Object> values = new ArrayList<>();
    for (int i = first; i < row.length(); i++) {
      values.add(row.get(i));
    }
    return values;
  }
}
