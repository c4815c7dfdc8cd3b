package org.basin.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** {@code docs/tables.md} lists the columns that the tables have: names, order, types, nulls. */
class TablesPageTest {
  private static final Path PAGE = Path.of("docs/tables.md");
  private static final String HEADER = "| column | type | meaning |";
  private static final String AXES = "*one per axis path*";
  private static final String OBSERVABLE = "loss";

  @Test
  void page_hasTheColumnsOfEverySchema() throws IOException {
    Map<String, StructType> schemas =
        new LinkedHashMap<>(
            TableSchemas.of(new AxisColumns(List.of(), List.of()), List.of(OBSERVABLE)));
    schemas.put(ClaimTable.NAME, ClaimTable.SCHEMA);
    Map<String, List<String>> told = told();
    assertThat(told.keySet()).containsExactlyInAnyOrderElementsOf(schemas.keySet());
    SoftAssertions softly = new SoftAssertions();
    schemas.forEach(
        (table, schema) -> {
          List<String> columns = new ArrayList<>();
          for (StructField field : schema.fields()) {
            columns.add(column(field.name(), type(field.dataType()), field.nullable()));
          }
          softly.assertThat(told.get(table)).as(table).containsExactlyElementsOf(columns);
        });
    softly.assertAll();
  }

  private static String column(String name, String type, boolean canBeNull) {
    return name + " " + type + (canBeNull ? ", may be null" : "");
  }

  private static String type(DataType type) {
    if (type instanceof ArrayType array) {
      return "array of " + type(array.elementType());
    }
    return type instanceof StructType ? "struct" : type.simpleString();
  }

  /** What the page says, by table; a row that names several columns counts as one for each. */
  private static Map<String, List<String>> told() throws IOException {
    Map<String, List<String>> tables = new LinkedHashMap<>();
    String table = "";
    boolean isList = false;
    for (String line : Files.readAllLines(PAGE)) {
      if (line.startsWith("## ")) {
        table = line.substring(3).strip();
      } else if (line.equals(HEADER)) {
        tables.put(table, new ArrayList<>());
        isList = true;
      } else if (!line.startsWith("|")) {
        isList = false;
      } else if (isList && !line.startsWith("|---") && !line.contains(AXES)) {
        tables.get(table).addAll(columns(line));
      }
    }
    return tables;
  }

  private static List<String> columns(String row) {
    String[] cells = row.split("\\|", -1);
    List<String> names = List.of(cells[1].strip().split(", *", -1));
    List<String> types = new ArrayList<>();
    boolean canBeNull = false;
    for (String word : cells[2].strip().split(", *", -1)) {
      if (word.contains("null") || word.equals("likewise")) {
        canBeNull = true;
      } else {
        types.add(word);
      }
    }
    assertThat(types)
        .as(row)
        .satisfiesAnyOf(
            each -> assertThat(each).hasSize(1), each -> assertThat(each).hasSameSizeAs(names));
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i).replace("*observable*", OBSERVABLE);
      columns.add(column(name, types.get(types.size() == 1 ? 0 : i), canBeNull));
    }
    return columns;
  }
}
