package org.basin.engine.storage;

/**
 * A failure of the machine and not of the input: a full disk, too little memory, a missing
 * permission, or a file system or cluster that cannot be reached. The same command may succeed
 * later.
 */
public final class MachineException extends EngineException {

  private static final long serialVersionUID = 1L;

  public MachineException(String message) {
    super(message);
  }

  public MachineException(String message, Throwable cause) {
    super(message, cause);
  }
}
