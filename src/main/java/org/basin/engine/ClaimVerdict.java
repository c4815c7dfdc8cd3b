package org.basin.engine;

/** How a claim stands. */
public enum ClaimVerdict {
  HOLDS("holds"),
  FAILS("fails"),
  /** No row, a null, or planned trials that are not trained. */
  NOT_ENOUGH_DATA("not enough data");

  private final String text;

  ClaimVerdict(String text) {
    this.text = text;
  }

  /** As tables and people read it. */
  public String text() {
    return text;
  }
}
