package org.basin.engine.health;

import java.io.Serializable;
import org.basin.engine.storage.Machine;
import org.basin.engine.storage.MachineException;
import org.basin.engine.work.JvmOptions;

/**
 * What an executor says of itself.
 *
 * @param host its machine
 * @param machine its CPU, system, Java and matrix library, in one line; empty if it cannot train
 * @param problem why it cannot train, in one line; empty if it can
 * @param warning what makes it slow, in one line; empty if nothing does
 */
public record ExecutorReport(String host, String machine, String problem, String warning)
    implements Serializable {

  /** Of this process. */
  public static ExecutorReport own() {
    try {
      String machine = Machine.describe();
      String slow = Machine.warning().isEmpty() ? JvmOptions.warning() : Machine.warning();
      return new ExecutorReport(Machine.host(), machine, "", slow);
    } catch (MachineException e) {
      return new ExecutorReport(Machine.host(), "", e.getMessage(), "");
    }
  }
}
