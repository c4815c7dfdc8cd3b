package org.basin.cli;

import java.util.stream.IntStream;

/** Does the same as {@link TerminalIT}, also on a wide terminal with colours. */
class TerminalSoak extends TerminalIT {

  /** Hides that of {@link TerminalIT}. */
  static IntStream widths() {
    return IntStream.of(60, 120);
  }
}
