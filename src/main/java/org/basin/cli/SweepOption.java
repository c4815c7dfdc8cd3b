package org.basin.cli;

import picocli.CommandLine.Option;

/** Which sweep a verb looks at. */
final class SweepOption {
  @Option(
      names = "--sweep",
      paramLabel = "NAME",
      description = "A sweep of the output folder; default: the one run last.")
  private String name;

  /** The name given; null for the sweep run last. */
  String name() {
    return name;
  }
}
