package org.basin.engine;

import java.util.List;
import org.basin.engine.storage.EngineException;

/**
 * A job would publish fewer trials than the published tables hold, and it was not asked to do so.
 * Nothing was changed.
 */
public final class FewerTrialsException extends EngineException {

  private static final long serialVersionUID = 1L;

  private final transient RunRecord.Command last;

  FewerTrialsException(String message, RunRecord.Command last) {
    super(message);
    this.last = last;
  }

  /** The sweep file of the last run, as the user named it; empty if that is not known. */
  public String file() {
    return last.file();
  }

  /** The variant of it that was run; empty if none was. */
  public String variant() {
    return last.variant();
  }

  /** The {@code --set} options of the last run. */
  public List<String> settings() {
    return last.settings();
  }
}
