package org.basin.engine.part;

import java.util.Optional;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.SweepFolder;

/** Looks at the divisions of a sweep, which only the package itself sees one by one. */
public final class DivisionLooks {

  private final Divisions divisions;

  public DivisionLooks(SweepFolder folder) {
    divisions = new Divisions(folder, EngineSettings.load());
  }

  /** The division with this number, if it can be read. */
  public Optional<Division> at(long number) {
    return divisions.numbered(number);
  }

  /** Whether no other division has followed a division. */
  public boolean isLatest(Division division) {
    return divisions.current().equals(Optional.of(division));
  }

  /** Whether nothing is left of a division. */
  public boolean isEnded(Division division) {
    return divisions.isEnded(division);
  }
}
