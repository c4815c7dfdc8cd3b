package org.basin.cli;

import org.basin.cli.text.ResultFormat;
import picocli.CommandLine.Option;

/** The option that says how the rows of a result are printed. */
final class FormatOption {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of table, csv, json; default: ${DEFAULT-VALUE}.")
  private ResultFormat format;

  ResultFormat format() {
    return format;
  }
}
