package org.basin.tables;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Columns whose values hardly ever repeat. Parquet would gather them in a dictionary, find that it
 * grows too large and write them anew: half the time of writing them.
 */
public final class Distinct {

  private static final Map<String, List<String>> COLUMNS =
      Map.of(
          TrialTable.NAME, List.of("trial_id"),
          HittingTimeTable.NAME, List.of("trial_id"),
          ObservationTable.NAME, List.of("value"));

  private Distinct() {}

  /** What to write a published table with. */
  public static Map<String, String> options(String table) {
    return options(COLUMNS.getOrDefault(table, List.of()).toArray(String[]::new));
  }

  /** What to write {@link OutcomeTable} with. */
  public static Map<String, String> ofOutcomes() {
    return options("trial_id", "seconds", "series.list.element.value.list.element");
  }

  private static Map<String, String> options(String... columns) {
    return Arrays.stream(columns)
        .collect(Collectors.toMap(c -> "parquet.enable.dictionary#" + c, c -> "false"));
  }
}
