package org.basin.probe.paper;

import java.util.List;
import org.basin.data.Data;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.probe.ModelWork;
import org.basin.probe.Observable;
import org.basin.probe.Probe;
import org.basin.probe.ProbeFactory;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * {@code bound}: a bound of Lin, Sun &amp; Zhang (2021) on a linear network's direction or norm,
 * started from a step of the run, and its margin. The inputs must have a spherically symmetric
 * distribution. The theorems hold for its exact gradient, so with a stochastic optimiser a margin
 * may be negative.
 *
 * <p>Records {@code bound.<name>} and {@code margin.<name>}; a name ends in {@code -printed} for
 * the submission's constants, and in {@code -from-<step>} for a restart after step 0. Nothing is
 * recorded before the restart, or for a model whose depth the theorem does not cover, so that a
 * sweep over depth may list several bounds. See {@link Theorem1Bound}, {@link DescentBound}, {@link
 * Theorem4Order}, {@link Theorem5Bound}, {@link Lemma4Bound}.
 */
final class BoundProbe implements ProbeFactory {

  @Override
  public String kind() {
    return "bound";
  }

  @Override
  public String summary() {
    return "A bound of Lin, Sun & Zhang (2021) on a linear network, and the margin by which it holds.";
  }

  @Override
  public List<Observable> observables() {
    return List.of(
        Observable.scalar(
            "margin.<statement>",
            "",
            Range.ANY,
            "by how much the bound holds; <statement> ends in -upper, -printed or -from-<step> where it is so"),
        Observable.scalar(
            "order.theorem-4[-from-<step>]",
            "",
            Range.ANY,
            "the k with 1 − cos θ = n^−k at step n; NaN for n < 2; of theorem-4 alone"),
        Observable.scalar(
            "bound.<statement>",
            "",
            Range.ANY,
            "the bound itself, on cos θ or, for lemma-4, on ‖w_e‖"));
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.choice(
            "of",
            "the theorem or lemma",
            "theorem-1",
            "theorem-2",
            "theorem-3",
            "theorem-4",
            "theorem-5",
            "lemma-4"),
        Key.integer(
            "restart", Range.NON_NEGATIVE, "step whose state is the theorem's initial state"),
        Key.real("delta", Range.POSITIVE, "δ of theorem-3"),
        Key.flag("printed", "whether theorem-5 has the constants printed in the submission"));
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    LinearStudent student = LinearStudent.ofSymmetric(section, model, data, loss);
    String statement = section.text("of");
    boolean printed = section.flag("printed");
    if (printed && !statement.equals("theorem-5")) {
      throw new SpecException(
          section.path() + ".printed", "is true, must be false for " + statement);
    }
    double delta = section.real("delta");
    int restart = section.integer("restart");
    return new BoundWatch(
        student,
        start -> bound(statement, student, delta, printed, start),
        restart,
        names(statement),
        turns(statement) ? student.growthWork() : ModelWork.NONE,
        (printed ? "-printed" : "") + (restart > 0 ? "-from-" + restart : ""));
  }

  /** The scalar observables that a statement records, besides the bounds themselves. */
  /** Whether the bound looks at every step for that at which the norm turns. */
  private static boolean turns(String statement) {
    return statement.equals("theorem-1") || statement.equals("theorem-5");
  }

  private static List<String> names(String statement) {
    return switch (statement) {
      case "theorem-4" -> List.of("order.theorem-4");
      case "theorem-5", "lemma-4" ->
          List.of("margin." + statement, "margin." + statement + "-upper");
      default -> List.of("margin." + statement);
    };
  }

  /** The bound, or null if the theorem does not cover this depth. */
  private static Bound bound(
      String statement, LinearStudent student, double delta, boolean printed, StudentState start) {
    double radius = student.radius();
    int depth = student.depth();
    boolean deep = statement.equals("theorem-5") || statement.equals("lemma-4");
    if (deep ? depth <= 2 : depth != 1) {
      return null;
    }
    return switch (statement) {
      case "theorem-1" -> new Theorem1Bound(radius, start);
      case "theorem-2" -> DescentBound.theorem2(radius, start);
      case "theorem-3" -> DescentBound.theorem3(radius, delta, start);
      case "theorem-4" -> new Theorem4Order();
      case "theorem-5" -> new Theorem5Bound(radius, depth, printed, start);
      default -> new Lemma4Bound(radius, depth, start);
    };
  }
}
