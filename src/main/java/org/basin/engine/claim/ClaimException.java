package org.basin.engine.claim;

import org.basin.plan.Claim;

/** A claim whose query is wrong. */
public final class ClaimException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Claim claim;

  ClaimException(Claim claim, String message) {
    super(message);
    this.claim = claim;
  }

  /** Takes the message of what Spark threw. */
  ClaimException(Claim claim, Throwable cause) {
    super(cause.getMessage(), cause);
    this.claim = claim;
  }

  /** Returns the claim whose query is wrong. */
  public Claim claim() {
    return claim;
  }
}
