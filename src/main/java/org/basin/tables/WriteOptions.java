package org.basin.tables;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Parquet options for columns whose values hardly ever repeat. By default, Parquet collects the
 * values of a column in a dictionary; for these columns it finds that the dictionary grows too
 * large, and writes all values again without it. This takes half of the writing time, so these
 * options switch the dictionary off.
 */
public final class WriteOptions {

  private static final Map<String, List<String>> COLUMNS =
      Map.of(
          TrialTable.NAME, List.of("trial_id"),
          HittingTimeTable.NAME, List.of("trial_id"),
          RateTable.NAME, List.of("trial_id", "value"),
          PhaseTable.NAME, List.of("trial_id", "start", "end"),
          ObservationTable.NAME, List.of("value"));

  private WriteOptions() {}

  /** Returns the options for writing the published table {@code table}. */
  public static Map<String, String> ofTable(String table) {
    return options(COLUMNS.getOrDefault(table, List.of()).toArray(String[]::new));
  }

  /** Returns the options for writing {@link OutcomeTable}. */
  public static Map<String, String> ofOutcomes() {
    return options("trial_id", "seconds", "series.list.element.value.list.element");
  }

  private static Map<String, String> options(String... columns) {
    return Arrays.stream(columns)
        .collect(Collectors.toMap(c -> "parquet.enable.dictionary#" + c, c -> "false"));
  }
}
