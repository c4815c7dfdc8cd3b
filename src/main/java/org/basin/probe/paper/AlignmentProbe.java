package org.basin.probe.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.basin.data.Data;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Parameters;
import org.basin.probe.Observable;
import org.basin.probe.Probe;
import org.basin.probe.ProbeCost;
import org.basin.probe.ProbeFactory;
import org.basin.probe.ProbeName;
import org.basin.probe.TrialView;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/**
 * {@code alignment}: which case of the dichotomy the weights are in. From a small start, either
 * their direction aligns with a KKT point of the neural correlation function N, or their norm
 * collapses. Kumar &amp; Haupt (2024), Theorem 4.1.
 *
 * <p>A weight w is <em>collapsed</em> if ‖w‖ ≤ {@code collapse}·‖w(0)‖. Otherwise it is
 * <em>dead</em> if ∇N(w) = 0, where it does not move. Otherwise it is <em>aligned</em> if the angle
 * between w and ∇N(w) is at most {@code degrees} (the angle is 0 at a KKT point with N &gt; 0).
 * Otherwise it is <em>undecided</em>.
 *
 * <ul>
 *   <li>{@code alignment}: the state of the whole weight: 1 for aligned, −1 for collapsed or dead,
 *       0 for undecided
 *   <li>{@code aligned-neurons}, {@code collapsed-neurons}, {@code dead-neurons}, {@code
 *       undecided-neurons}: the fractions of the neurons in each state, each according to its own
 *       ∇N₁(w_j)
 *   <li>{@code aligned-weight}, {@code collapsed-weight}, {@code dead-weight}, {@code
 *       undecided-weight}: the same, weighted by ‖w_j‖², as fractions of ‖w‖²; NaN for w = 0
 * </ul>
 *
 * <p>With {@code saddle} or {@code saddle-above}, N is that of the residual labels around the
 * current w_n, and w is w_z, the other neurons (Section 5). All observables are NaN if w is not
 * finite. With a name, they are {@code alignment.<name>} and so on.
 */
final class AlignmentProbe implements ProbeFactory {

  /** The states in the order of the observables. */
  private static final List<String> STATES = List.of("aligned", "collapsed", "dead", "undecided");

  @Override
  public String kind() {
    return "alignment";
  }

  @Override
  public String summary() {
    return "Whether weights align with a KKT point of the neural correlation function or collapse.";
  }

  @Override
  public List<Observable> observables() {
    return List.of(
        Observable.scalar(
            "alignment[.<name>]",
            "",
            Range.closed(-1, 1),
            "state of the whole weight: 1 aligned, -1 collapsed or dead, 0 undecided"),
        Observable.scalar(
            "aligned-neurons[.<name>]",
            "",
            Range.closed(0, 1),
            "fraction of the neurons within `degrees` of a KKT point"),
        Observable.scalar(
            "collapsed-neurons[.<name>]",
            "",
            Range.closed(0, 1),
            "fraction of the neurons with ‖wⱼ‖ ≤ `collapse`·‖wⱼ(0)‖"),
        Observable.scalar(
            "dead-neurons[.<name>]",
            "",
            Range.closed(0, 1),
            "fraction of the neurons that are not collapsed and have ∇N₁(wⱼ) = 0"),
        Observable.scalar(
            "undecided-neurons[.<name>]",
            "",
            Range.closed(0, 1),
            "fraction of the remaining neurons"),
        Observable.scalar(
            "aligned-weight[.<name>]",
            "",
            Range.closed(0, 1),
            "aligned-neurons, weighted by ‖wⱼ‖²; NaN for w = 0"),
        Observable.scalar(
            "collapsed-weight[.<name>]",
            "",
            Range.closed(0, 1),
            "collapsed-neurons, weighted by ‖wⱼ‖²"),
        Observable.scalar(
            "dead-weight[.<name>]", "", Range.closed(0, 1), "dead-neurons, weighted by ‖wⱼ‖²"),
        Observable.scalar(
            "undecided-weight[.<name>]",
            "",
            Range.closed(0, 1),
            "undecided-neurons, weighted by ‖wⱼ‖²"));
  }

  @Override
  public List<Key> keys() {
    return Stream.concat(
            Stream.of(
                Key.real(
                    "degrees",
                    Range.closed(0, 90),
                    "max angle between w and ∇N(w) of an aligned weight, in degrees"),
                Key.real(
                    "collapse",
                    Range.closedOpen(0, 1),
                    "a weight is collapsed if its norm is at most this times its initial norm"),
                ProbeName.KEY),
            Saddle.KEYS.stream())
        .toList();
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    HiddenNeurons neurons = HiddenNeurons.of(section, model, data, loss);
    List<String> names = new ArrayList<>(List.of(ProbeName.of(section, "alignment")));
    for (String what : List.of("neurons", "weight")) {
      for (String state : STATES) {
        names.add(ProbeName.of(section, state + "-" + what));
      }
    }
    double degrees = section.real("degrees");
    return new AlignmentWatch(neurons, degrees, section.real("collapse"), List.copyOf(names));
  }

  private record AlignmentWatch(
      HiddenNeurons neurons, double degrees, double collapse, List<String> scalars)
      implements Probe {

    @Override
    public ProbeCost cost() {
      double objects = neurons.model().neurons(); // Each makes some small arrays.
      return ProbeCost.ofLook(neurons.gradientWork().andRecords(objects));
    }

    @Override
    public void observe(TrialView view, Recorder recorder) {
      Parameters gradient = neurons.gradient(view.parameters());
      Saddle saddle = neurons.saddle();
      double[] counts = new double[STATES.size()];
      double[] squares = new double[STATES.size()];
      double count = 0;
      double square = 0;
      for (int j = 0; j < neurons.model().neurons(); j++) {
        if (saddle.isSmall(j)) {
          FlatVector w = neurons.neuron(view.parameters(), j);
          FlatVector initial = neurons.neuron(view.initialParameters(), j);
          int state = STATES.indexOf(state(w, initial, neurons.neuron(gradient, j)));
          counts[state]++;
          squares[state] += w.inner(w);
          count++;
          square += w.inner(w);
        }
      }
      String whole =
          state(
              FlatVector.of(saddle.small(view.parameters())),
              FlatVector.of(saddle.small(view.initialParameters())),
              FlatVector.of(gradient));
      double finite = square < Double.POSITIVE_INFINITY ? 1 : Double.NaN;
      recorder.record(
          scalars.get(0),
          finite * (whole.equals("aligned") ? 1 : whole.equals("undecided") ? 0 : -1));
      for (int s = 0; s < STATES.size(); s++) {
        recorder.record(scalars.get(1 + s), finite * counts[s] / count);
        recorder.record(scalars.get(1 + STATES.size() + s), finite * squares[s] / square);
      }
    }

    private String state(FlatVector w, FlatVector initial, FlatVector slope) {
      if (w.norm() <= collapse * initial.norm()) {
        return "collapsed";
      }
      if (slope.norm() == 0) {
        return "dead";
      }
      return Math.toDegrees(w.angleTo(slope)) <= degrees ? "aligned" : "undecided";
    }
  }
}
