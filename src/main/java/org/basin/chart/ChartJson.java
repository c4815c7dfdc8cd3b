package org.basin.chart;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes a chart as the JSON that {@link ChartScripts} read. Numbers that are not finite are null.
 */
public final class ChartJson {

  private static final JsonFactory JSON = new JsonFactory();

  private ChartJson() {}

  /** Returns the chart as a JSON object. */
  public static String of(Chart chart) {
    return of(chart, layer -> Optional.empty());
  }

  /**
   * Returns the chart as a JSON object.
   *
   * @param pictures the addresses of pictures that show layers in place of their rows
   */
  static String of(Chart chart, Function<Layer, Optional<String>> pictures) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      write(chart, pictures, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(
      Chart chart, Function<Layer, Optional<String>> pictures, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("name", chart.name());
    json.writeStringField("title", chart.title());
    json.writeStringField("caption", chart.caption());
    json.writeStringField("legend", chart.legend());
    json.writeNumberField("columns", chart.columns());
    scale("x", chart.x(), json);
    scale("y", chart.y(), json);
    if (chart.colour().isPresent()) {
      ColourScale colour = chart.colour().get();
      json.writeObjectFieldStart("colour");
      json.writeStringField("label", colour.label());
      json.writeNumberField("min", colour.min());
      json.writeNumberField("max", colour.max());
      json.writeEndObject();
    } else {
      json.writeNullField("colour");
    }
    json.writeArrayFieldStart("panels");
    for (Panel panel : chart.panels()) {
      json.writeStartObject();
      json.writeStringField("title", panel.title());
      json.writeArrayFieldStart("layers");
      for (Layer layer : panel.layers()) {
        layer(layer, pictures.apply(layer), json);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void scale(String name, Scale scale, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("label", scale.label());
    json.writeStringField("scale", scale.kind().text());
    json.writeFieldName("min");
    number(scale.min(), json);
    json.writeFieldName("max");
    number(scale.max(), json);
    json.writeBooleanField("shared", scale.shared());
    json.writeArrayFieldStart("categories");
    for (String category : scale.categories()) {
      json.writeString(category);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void layer(Layer layer, Optional<String> picture, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("mark", layer.mark().text());
    if (layer.series().isEmpty()) {
      json.writeNullField("series");
    } else {
      json.writeStringField("series", layer.series());
    }
    json.writeBooleanField("dashed", layer.dashed());
    if (picture.isPresent()) {
      json.writeStringField("picture", picture.get());
    }
    json.writeArrayFieldStart("rows");
    for (ChartRow row : picture.isPresent() ? List.<ChartRow>of() : layer.rows()) {
      json.writeStartArray();
      value(row.x(), json);
      value(row.y(), json);
      number(row.low(), json);
      number(row.high(), json);
      if (row.count() < 0) {
        json.writeNull();
      } else {
        json.writeNumber(row.count());
      }
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void value(Object value, JsonGenerator json) throws IOException {
    if (value instanceof Number number) {
      number(number.doubleValue(), json);
    } else {
      json.writeString(value.toString());
    }
  }

  private static void number(double value, JsonGenerator json) throws IOException {
    if (!Double.isFinite(value)) {
      json.writeNull();
    } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      json.writeNumber((long) value);
    } else {
      json.writeNumber(value);
    }
  }
}
