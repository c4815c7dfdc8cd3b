package org.basin.testing;

import java.util.Random;
import org.basin.plan.HittingTime;
import org.basin.plan.hitting.Persistence;
import org.basin.plan.hitting.Quantity;
import org.basin.plan.hitting.Threshold;

/** Random hitting times of every kind, for property tests. */
public final class RandomHits {

  private RandomHits() {}

  /**
   * A hitting time of an observable, at times over the observable {@code under}.
   *
   * @param threshold the number to pass, or the multiple of a reference
   */
  public static HittingTime of(Random random, String observable, String under, double threshold) {
    return new HittingTime(
        "h",
        new Quantity(
            observable,
            random.nextInt(4) == 0 ? under : "",
            random.nextBoolean() ? Quantity.Form.VALUE : any(random, Quantity.Form.values())),
        new Threshold(
            threshold,
            random.nextBoolean(),
            random.nextBoolean()
                ? Threshold.Reference.NONE
                : any(random, Threshold.Reference.values())),
        new Persistence(1 + random.nextInt(4), random.nextBoolean()),
        false);
  }

  private static <T> T any(Random random, T[] all) {
    return all[random.nextInt(all.length)];
  }
}
