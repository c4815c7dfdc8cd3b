package org.basin.cli;

import java.io.IOException;
import java.util.ServiceConfigurationError;
import org.basin.config.ConfigException;
import org.basin.engine.NothingTrainedException;
import org.basin.engine.claim.ClaimException;
import org.basin.engine.lease.LeaseLostException;
import org.basin.engine.query.QueryException;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.MachineException;

/**
 * The exit status of a command. The guide has the same table. If a signal ends a command, the
 * status is 128 plus the signal's number: 129 for SIGHUP, 130 for SIGINT (Ctrl-C), 143 for SIGTERM.
 */
enum ExitStatus {
  /** The command did everything it was asked to do. */
  DONE(0),

  /** A claim fails, some of the work failed, or Basin itself failed. */
  FAILED(1),

  /** The command, the sweep file or a query is wrong. The same command fails again. */
  INPUT(2),

  /**
   * The machine failed: its disk, memory or permissions, or a file system or cluster that cannot be
   * reached.
   */
  MACHINE(3);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
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
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof IOException
          || t instanceof MachineException
          || t instanceof OutOfMemoryError) {
        return MACHINE;
      }
    }
    return FAILED;
  }
}
