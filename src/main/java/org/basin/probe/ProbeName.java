package org.basin.probe;

import org.basin.settings.Key;
import org.basin.settings.Section;

/** The name that distinguishes several probes of the same kind in a trial. */
public final class ProbeName {

  public static final Key KEY =
      Key.text("name", "suffix of the observables' names, after a dot; absent: no suffix")
          .optional();

  private ProbeName() {}

  /** The name of {@code observable} in the probe of {@code section}. */
  public static String of(Section section, String observable) {
    return section.has("name") ? observable + "." + section.text("name") : observable;
  }
}
