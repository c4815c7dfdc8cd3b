package org.basin.engine.claim;

/** The verdict on a claim or on one of its readings. */
public enum ClaimVerdict {
  HOLDS("holds"),
  FAILS("fails"),
  /** The query yielded no row or a null, or planned trials are not trained yet. */
  NOT_ENOUGH_DATA("not enough data");

  private final String text;

  ClaimVerdict(String text) {
    this.text = text;
  }

  /** Returns the verdict as tables hold it and people read it. */
  public String text() {
    return text;
  }
}
