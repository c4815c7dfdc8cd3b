package org.basin.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.basin.tables.AxisColumns;
import org.basin.tables.ClaimTable;
import org.basin.tables.TableSchemas;
import org.junit.jupiter.api.Test;

class TableDocsTest {

  private static final TableDocs DOCS = TableDocs.load();

  private static Map<String, StructType> schemas() {
    AxisColumns axes = new AxisColumns(List.of("init.std"), List.of("DOUBLE"));
    Map<String, StructType> schemas =
        new LinkedHashMap<>(TableSchemas.of(axes, List.of("loss", "weight-norm")));
    schemas.put(ClaimTable.NAME, ClaimTable.SCHEMA);
    return schemas;
  }

  @Test
  void everyTableAndColumn_hasAMeaning() {
    schemas()
        .forEach(
            (table, schema) -> {
              assertThat(DOCS.table(table)).as(table).isPresent();
              for (StructField field : schema.fields()) {
                assertThat(DOCS.column(table, field.name()))
                    .as(table + "." + field.name())
                    .hasValueSatisfying(text -> assertThat(text).isNotBlank());
                assertThat(DOCS.isAxis(table, field.name()))
                    .as(table + "." + field.name())
                    .isEqualTo(field.name().equals("init_std"));
              }
            });
  }

  @Test
  void meaning_isPlainText() {
    assertThat(DOCS.table("trials"))
        .hasValue("One row a finished trial of the current plan, in the order of the grid");
    assertThat(DOCS.column("trials", "seed_init")).hasValue("the seed of each stream");
    assertThat(DOCS.column("hitting_times", "step").orElseThrow())
        .doesNotContain("`", "](")
        .contains("guide");
  }
}
