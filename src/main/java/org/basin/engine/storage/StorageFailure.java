package org.basin.engine.storage;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import org.apache.hadoop.fs.ParentNotDirectoryException;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;

/** What a failure of the file system means for the user. */
final class StorageFailure {

  private StorageFailure() {}

  /**
   * Returns the exception for a failure: it tells whether the command or the machine is at fault.
   *
   * @param verb what could not be done to {@code path}
   */
  static EngineException of(String verb, Path path, IOException e) {
    String what = "cannot " + verb + " " + path + ": ";
    String message = Causes.line(e);
    if (e instanceof AccessDeniedException || e instanceof AccessControlException) {
      return new MachineException(what + "permission denied", e);
    }
    boolean underFile =
        e instanceof FileAlreadyExistsException
            || e instanceof ParentNotDirectoryException
            || e instanceof org.apache.hadoop.fs.FileAlreadyExistsException
            || message.endsWith("Not a directory");
    return underFile
        ? new EngineException(what + "a file stands where a folder must be", e)
        : new MachineException(what + message, e);
  }
}
