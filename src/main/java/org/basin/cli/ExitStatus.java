package org.basin.cli;

import java.util.ServiceConfigurationError;
import org.basin.config.ConfigException;
import org.basin.engine.NothingTrainedException;
import org.basin.engine.claim.ClaimException;
import org.basin.engine.lease.LeaseLostException;
import org.basin.engine.query.QueryException;
import org.basin.engine.storage.Causes;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.MachineException;

/**
 * The exit status of a command. The reference and {@code basin help exit-status} are made of it. If
 * a signal ends a command, the status is 128 plus the signal's number: 129 for SIGHUP, 130 for
 * SIGINT (Ctrl-C), 143 for SIGTERM.
 */
enum ExitStatus {
  /** The command did everything it was asked to do. */
  DONE(0, "all was done; of verify: no claim fails"),

  /** A claim fails, some of the work failed, or Basin itself failed. */
  FAILED(
      1,
      "a claim fails, some of the work failed (the summary or a line says what), or Basin itself"
          + " failed"),

  /** The command, the sweep file or a query is wrong. The same command fails again. */
  INPUT(
      2,
      "the command, the sweep file or a query is wrong, or the sweep is in use; nothing was"
          + " trained"),

  /**
   * The machine failed: its disk, memory or permissions, or a file system or cluster that cannot be
   * reached.
   */
  MACHINE(
      3,
      "the machine: disk, memory, permission, a file system or cluster that cannot be reached,"
          + " also where no trial could be trained because of it; of doctor: it found a problem");

  /** Those of a command that a signal ended. */
  static final String SIGNALS = "129, 130, 143";

  /** The meaning of {@link #SIGNALS}. */
  static final String SIGNALLED =
      "ended by SIGHUP, Ctrl-C (SIGINT), SIGTERM; what is committed is kept, one line says so";

  private final int code;
  private final String meaning;

  ExitStatus(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** What it means, in a phrase. */
  String meaning() {
    return meaning;
  }

  int code() {
    return code;
  }

  /** Returns the status of a command that {@code failure} ended. */
  static ExitStatus of(Throwable failure) {
    if (failure instanceof MachineException) {
      return MACHINE;
    }
    if (failure instanceof LeaseLostException) {
      return FAILED;
    }
    if (failure instanceof NothingTrainedException) {
      return ofCause(failure);
    }
    if (failure instanceof EngineException
        || failure instanceof UsageException
        || failure instanceof ConfigException
        || failure instanceof ClaimException
        || failure instanceof QueryException
        || failure instanceof ServiceConfigurationError) {
      return INPUT;
    }
    return ofCause(failure);
  }

  /** MACHINE if the failure or one of its causes is a failure of the machine; else FAILED. */
  private static ExitStatus ofCause(Throwable failure) {
    return Causes.isOfMachine(failure) ? MACHINE : FAILED;
  }
}
