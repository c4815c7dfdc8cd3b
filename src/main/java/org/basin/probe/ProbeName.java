package org.basin.probe;

import org.basin.settings.Key;
import org.basin.settings.Section;

/** The name that tells apart several probes of one kind in a trial. */
public final class ProbeName {

  public static final Key KEY =
      Key.text("name", "ends the observables' names, after a dot; absent: nothing").optional();

  private ProbeName() {}

  /** What the probe of {@code section} calls {@code observable}. */
  public static String of(Section section, String observable) {
    return section.has("name") ? observable + "." + section.text("name") : observable;
  }
}
