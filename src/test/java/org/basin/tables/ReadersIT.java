package org.basin.tables;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.basin.config.SweepReader;
import org.basin.engine.RunJob;
import org.basin.engine.storage.EngineSettings;
import org.basin.plan.Sweep;
import org.basin.testing.Bits;
import org.basin.testing.SharedSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads every cell of every table of one run with Spark, DuckDB and hyparquet (JavaScript). */
class ReadersIT {

  /** Four points: one is exhausted, one diverges, two fail. */
  private static final String SWEEP =
      """
      sweep {
        name = read
        seeds { count = 3, vary = [init] }
        trial {
          data { kind = circle-grid, samples = 10, target = "relu(x1)^2" }
          model { kind = squared-relu, width = 3 }
          init { kind = gaussian, std = 0.1 }
          loss { kind = squared, reduction = half-sum }
          optimiser { kind = gradient-descent, step-size = 1e-2 }
          stop { max-steps = 20 }
          observe { at = log, probes = [loss] }
        }
        axes = [
          { path = optimiser.step-size, values = [1e-2, 10] }
          { path = observe.probes, values = [
            [loss, neuron-norm]
            [loss, { kind = test-fault, at = 2, how = exception, message = "naïve “Θ” 😀" }]
          ] }
        ]
        hitting-times = [ { name = fell, observable = loss, relative = true, below = 0.99 } ]
        selections = [ { name = best, observable = loss, best = least, over = [optimiser.step-size] } ]
        rates = [ { of = loss } ]
        phases = [ { of = loss } ]
        scaling = [ { of = loss, along = [optimiser.step-size] } ]
        boundaries = [ { of = diverged, along = optimiser.step-size } ]
      }
      """;

  @TempDir static Path folder;
  private static Path tables;

  @BeforeAll
  static void run() throws IOException {
    Path file = Files.writeString(folder.resolve("read.conf"), SWEEP);
    Sweep sweep = new SweepReader().read(file, List.of());
    new RunJob(SharedSpark.session(), EngineSettings.load())
        .run(sweep, folder.resolve("output").toString());
    tables = folder.resolve("output/read");
  }

  @Test
  void trials_areWhatTheSweepAsksFor() {
    List<String> verdicts =
        SharedSpark.session()
            .read()
            .parquet(tables.resolve("trials").toString())
            .selectExpr("verdict || ' ' || coalesce(error, '')")
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .toList();
    String thrown = "failed IllegalStateException: naïve “Θ” 😀";
    assertThat(verdicts)
        .containsOnly("exhausted ", "diverged ", thrown)
        .hasSize(12)
        .filteredOn(thrown::equals)
        .hasSizeBetween(3, 6);
  }

  @Test
  void duckDb_readsTheSameCells() throws Exception {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      for (String table : SweepTable.TABLES) {
        List<String> rows = new ArrayList<>();
        String query = "SELECT * FROM '" + tables.resolve(table) + "/*.parquet'";
        try (ResultSet result = statement.executeQuery(query)) {
          while (result.next()) {
            rows.add(duckRow(result));
          }
        }
        assertThat(rows).as(table).isNotEmpty().isEqualTo(spark(table));
      }
    }
  }

  private static String duckRow(ResultSet result) throws Exception {
    List<String> cells = new ArrayList<>();
    for (int c = 1; c <= result.getMetaData().getColumnCount(); c++) {
      Object cell = result.getObject(c);
      if (cell instanceof OffsetDateTime time) {
        cell = java.sql.Timestamp.from(time.toInstant());
      } else if (cell instanceof java.sql.Array array) {
        Object[] elements = ((Object[]) array.getArray()).clone();
        for (int e = 0; e < elements.length; e++) {
          if (elements[e] instanceof java.sql.Struct struct) {
            elements[e] = Arrays.toString(struct.getAttributes()).replace(", ", ",");
          }
        }
        cell = elements;
      }
      cells.add(result.getMetaData().getColumnName(c) + "=" + Bits.text(cell));
    }
    return String.join(" ", cells);
  }

  @Test
  void hyparquet_readsTheSameCells() throws IOException {
    try (Hyparquet reader = new Hyparquet(folder.resolve("npm"))) {
      for (String table : SweepTable.TABLES) {
        StructType schema =
            SharedSpark.session().read().parquet(tables.resolve(table).toString()).schema();
        List<String> rows = new ArrayList<>();
        for (Path file : files(table)) {
          reader.read(file).forEach(row -> rows.add(jsonRow(row, schema)));
        }
        assertThat(rows).as(table).isNotEmpty().isEqualTo(spark(table));
      }
    }
  }

  private static String jsonRow(JsonNode row, StructType schema) {
    List<String> cells = new ArrayList<>();
    for (StructField column : schema.fields()) {
      cells.add(column.name() + "=" + Bits.text(json(row.get(column.name()), column.dataType())));
    }
    return String.join(" ", cells);
  }

  private static Object json(JsonNode cell, DataType type) {
    if (cell == null || cell.isNull()) {
      return null;
    } else if (cell.isArray()) {
      List<String> texts = new ArrayList<>();
      cell.forEach(element -> texts.add(element.isObject() ? struct(element) : element.asText()));
      return texts.toArray();
    } else if (type.equals(DataTypes.DoubleType)) {
      return Double.valueOf(cell.asText());
    } else if (type.equals(DataTypes.TimestampType)) {
      return java.sql.Timestamp.from(Instant.parse(cell.asText()));
    }
    return cell.asText();
  }

  /** Returns a row in the form of Spark's rows. */
  private static String struct(JsonNode object) {
    List<String> fields = new ArrayList<>();
    object.forEach(field -> fields.add(field.asText()));
    return "[" + String.join(",", fields) + "]";
  }

  private static List<String> spark(String table) {
    return Bits.rows(SharedSpark.session().read().parquet(tables.resolve(table).toString()));
  }

  private static List<Path> files(String table) throws IOException {
    try (Stream<Path> files = Files.list(tables.resolve(table))) {
      return files.filter(file -> file.toString().endsWith(".parquet")).sorted().toList();
    }
  }
}
