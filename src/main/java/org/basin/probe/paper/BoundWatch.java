package org.basin.probe.paper;

import java.util.List;
import java.util.function.Function;
import org.basin.probe.ModelWork;
import org.basin.probe.Probe;
import org.basin.probe.ProbeCost;
import org.basin.probe.TrialView;

/** Follows one run for one bound: it waits for the restart, sums the time and finds T. */
final class BoundWatch implements Probe {

  private final LinearStudent student;
  private final Function<StudentState, Bound> theorem;
  private final int restart;
  private final List<String> names;
  private final ModelWork stepWork;
  private final String suffix;
  private Bound bound;
  private double time;
  private StudentState last;
  private boolean turned;

  /**
   * @param theorem makes the bound from the state at the restart; null if the theorem does not
   *     apply
   * @param restart the step of the restart
   * @param names the scalar observables, without the bounds themselves
   * @param suffix the suffix of every observable's name
   */
  BoundWatch(
      LinearStudent student,
      Function<StudentState, Bound> theorem,
      int restart,
      List<String> names,
      ModelWork stepWork,
      String suffix) {
    this.student = student;
    this.theorem = theorem;
    this.restart = restart;
    this.names = names;
    this.stepWork = stepWork;
    this.suffix = suffix;
  }

  @Override
  public List<String> scalars() {
    return names.stream().map(name -> name + suffix).toList();
  }

  @Override
  public long[] extraSteps() {
    return new long[] {restart};
  }

  @Override
  public ProbeCost cost() {
    return ProbeCost.ofStep(stepWork);
  }

  @Override
  public boolean followsEveryStep() {
    return true;
  }

  @Override
  public void follow(TrialView view) {
    if (view.step() == restart) {
      last = moment(view);
      bound = theorem.apply(last);
    } else if (bound != null) {
      double step = view.optimiser().stepSize(view.step() - 1);
      time += step;
      if (bound.followsSteps()) {
        StudentState now = moment(view);
        bound.advance(last, now, step);
        last = now;
      }
    }
    if (bound != null && bound.needsTurn() && !turned && student.growth(view) >= 0) {
      turned = true;
      bound.turn(moment(view));
    }
  }

  @Override
  public void observe(TrialView view, Recorder recorder) {
    if (bound != null) {
      bound.record(moment(view), new Margins(recorder, suffix));
    }
  }

  private StudentState moment(TrialView view) {
    var weight = student.weight(view);
    return new StudentState(
        view.step() - restart, time, weight, Bearing.of(weight, student.direction()));
  }
}
