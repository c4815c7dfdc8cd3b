package org.basin.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scala.jdk.javaapi.CollectionConverters;

class CellTextTest {

  @ParameterizedTest
  @CsvSource({
    "0.0, 0",
    "-0.0, 0",
    "1.0, 1",
    "0.1, 0.1",
    "0.30000000000000004, 0.3",
    "192.1875, 192.188",
    "123456789.0, 123457000",
    "1e9, 1e9",
    "-1.25e-7, -1.25e-7",
    "5e-5, 5e-5",
    "0.0001, 0.0001",
    "9999995.0, 9999995.0e0",
    "NaN, NaN",
    "Infinity, Infinity",
    "4.9e-324, 4.94066e-324",
  })
  void reals_haveSixDigits(double value, String text) {
    assertThat(CellText.forTable(value)).isEqualTo(text.replace("9999995.0e0", "10000000"));
  }

  @Test
  void null_isBlank() {
    assertThat(CellText.forTable(null)).isEmpty();
  }

  @Test
  void lineBreaks_stayInTheirRow() {
    assertThat(CellText.forTable("a\nb\tc")).isEqualTo("a\\nb\\tc");
  }

  @Test
  void nestedValues_areReadable() {
    var schema = new StructType().add("low", "double").add("high", "double");
    var interval = new GenericRowWithSchema(new Object[] {1.5, null}, schema);
    assertThat(CellText.exact(interval)).isEqualTo("{low: 1.5, high: null}");
    assertThat(CellText.exact(CollectionConverters.asScala(List.of(1L, 2L)).toSeq()))
        .isEqualTo("[1, 2]");
    assertThat(RowFactory.create(1).size()).isOne();
  }

  @Test
  void exactReals_keepEveryDigit() {
    assertThat(CellText.exact(0.1 + 0.2)).isEqualTo("0.30000000000000004");
  }
}
