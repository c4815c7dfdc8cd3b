package org.basin.testing;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Outputs of R, as recorded by the scripts beside them. */
public final class RecordedTable {

  private RecordedTable() {}

  public static List<CSVRecord> rows(String resource) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader =
            new InputStreamReader(
                RecordedTable.class.getResourceAsStream(resource), StandardCharsets.UTF_8);
        CSVParser parser = format.parse(reader)) {
      return parser.getRecords();
    }
  }

  public static double number(CSVRecord row, String column) {
    String text = row.get(column);
    return text.equals("NA") ? Double.NaN : Double.parseDouble(text);
  }

  public static double[] numbers(CSVRecord row, String column) {
    return Arrays.stream(row.get(column).split(" ")).mapToDouble(Double::parseDouble).toArray();
  }
}
