package org.basin.train;

import java.util.List;
import org.basin.plan.HittingTime;
import org.basin.plan.hitting.Persistence;
import org.basin.plan.hitting.Quantity;
import org.basin.plan.hitting.Threshold;
import org.basin.plan.hitting.Threshold.Reference;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * {@code threshold}: the step at which a quantity passes a value: at first, for some steps in a
 * row, or for good.
 */
public final class ThresholdFactory implements HittingTimeFactory {

  private static final String EVERY = "every";

  /** The kind of an entry that names none. */
  public static final String KIND = "threshold";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String summary() {
    return "The step at which a scalar observable, a ratio of two or its change passes a value.";
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.text("name", "what tables call it; not converged, which is the steps to convergence"),
        Key.text("observable", "a scalar observable of one of the trial's probes"),
        Key.text("over", "the observable by which it is divided at each step; absent: none")
            .optional(),
        Key.choice(
            "of",
            "what is compared: its value, or its change from the step before, as such (rate,"
                + " log-rate of its logarithm) or by size (speed, log-speed)",
            Quantity.Form.texts()),
        Key.real("below", Range.ANY, "beyond are values below this; this or above").optional(),
        Key.real("above", Range.ANY, "beyond are values of at least this; this or below")
            .optional(),
        Key.flag("relative", "short for relative-to = start"),
        Key.choice(
            "relative-to",
            "of what the threshold is a multiple: of the first value (at step 0; of a change at"
                + " step 1), or of the min or max over all steps before",
            Reference.texts()),
        Key.integer(
            "in-a-row",
            Range.atLeast(1),
            "how many steps in a row must be beyond; the hit is the last of them"),
        Key.flag(
            "for-good",
            "whether the value must stay beyond until the trial ends, whatever ends it; if it"
                + " does not, the trial is censored"),
        Key.integer(
            EVERY,
            Range.atLeast(1),
            "steps from one look to the next; the hit is then only known to lie after the look"
                + " before it"),
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
    Persistence persistence = new Persistence(section.whole("in-a-row"), section.flag("for-good"));
    boolean observe = section.flag("observe");
    if (observe && persistence.forGood()) {
      throw new SpecException(
          section.path() + ".observe",
          "is true, must be false with for-good: the hit is known only when the trial has ended");
    }
    Quantity quantity = quantity(section);
    Threshold threshold =
        new Threshold(section.real(below ? "below" : "above"), below, reference(section));
    long every = section.whole(EVERY);
    checkEvery(section, every, quantity, threshold, persistence);
    return new HittingTime(section.text("name"), quantity, threshold, persistence, observe, every);
  }

  /** Checks that the steps between two looks do not matter to the definition. */
  private static void checkEvery(
      Section section,
      long every,
      Quantity quantity,
      Threshold threshold,
      Persistence persistence) {
    String needs =
        quantity.isChange()
            ? "of = " + quantity.form().text() + " compares"
            : threshold.isMoving()
                ? "relative-to = " + threshold.reference().text() + " compares"
                : persistence.inARow() > 1 ? "in-a-row = " + persistence.inARow() + " counts" : "";
    if (every > 1 && !needs.isEmpty()) {
      throw new SpecException(
          section.path() + "." + EVERY,
          "is " + every + ", must be 1, because " + needs + " steps that follow one another");
    }
  }

  private static Quantity quantity(Section section) {
    String observable = section.text("observable");
    String over = section.has("over") ? section.text("over") : "";
    if (over.equals(observable)) {
      throw new SpecException(
          section.path() + ".over", "is " + over + ", must be another observable");
    }
    return new Quantity(observable, over, Quantity.Form.of(section.text("of")));
  }

  private static Reference reference(Section section) {
    Reference reference = Reference.of(section.text("relative-to"));
    if (!section.flag("relative")) {
      return reference;
    }
    if (reference != Reference.NONE && reference != Reference.START) {
      throw new SpecException(
          section.path() + ".relative-to",
          "is " + reference.text() + ", must be start or absent with relative = true");
    }
    return Reference.START;
  }
}
