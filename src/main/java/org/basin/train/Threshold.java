package org.basin.train;

import java.util.List;
import org.basin.plan.HittingTime;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/** {@code threshold}: the first step at which a scalar observable crosses a value. */
public final class Threshold implements HittingTimeFactory {

  /** The kind of an entry that names none. */
  public static final String KIND = "threshold";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String summary() {
    return "The first step at which a scalar observable passes a value.";
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.text("name", "what tables call it"),
        Key.text("observable", "a scalar observable of one of the trial's probes"),
        Key.real("below", Range.ANY, "hit at the first value below this; this or above").optional(),
        Key.real("above", Range.ANY, "hit at the first value of at least this; this or below")
            .optional(),
        Key.flag("relative", "whether the threshold is a multiple of the value at step 0"),
        Key.flag("observe", "whether every probe observes at the hit"));
  }

  @Override
  public HittingTime create(Section section) {
    boolean below = section.has("below");
    if (below == section.has("above")) {
      throw new SpecException(
          section.path(),
          "has " + (below ? "both" : "neither") + " below and above, must have one");
    }
    return new HittingTime(
        section.text("name"),
        section.text("observable"),
        section.real(below ? "below" : "above"),
        below,
        section.flag("relative"),
        section.flag("observe"));
  }
}
