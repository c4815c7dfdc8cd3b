package org.basin.cli;

import java.io.IOException;
import java.util.ServiceConfigurationError;
import org.basin.config.ConfigException;
import org.basin.engine.ClaimException;
import org.basin.engine.EngineException;
import org.basin.engine.LeaseLostException;
import org.basin.engine.MachineException;
import org.basin.engine.NothingTrainedException;
import org.basin.engine.query.QueryException;

/**
 * What a command tells its caller by its exit status; the guide has the same table. A command that
 * a signal ends has 128 and the signal's number: 129 for SIGHUP, 130 for Ctrl-C, 143 for SIGTERM.
 */
enum ExitStatus {
  /** All was done. */
  DONE(0),

  /** A claim fails, some of the work failed, or Basin itself did. */
  FAILED(1),

  /** The command, the sweep file or a query is wrong; the same command will fail again. */
  INPUT(2),

  /** The machine is at fault: disk, memory, permission, a file system or cluster out of reach. */
  MACHINE(3);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  /** The status of a command that {@code failure} ended. */
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

  /** Of what nobody foresaw, which is the machine's fault all the same if its cause is. */
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
