package org.basin.nn.optimiser;

import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.hipparchus.ode.sampling.AbstractODEStateInterpolator;
import org.hipparchus.util.FastMath;

/**
 * Dormand and Prince's 8(5,3) method, with one accepted step per call, so that the flow can be read
 * within each step and the next step is computed only when it is needed. Each call continues the
 * integration as if it had not stopped: it uses the step length that the error of the last step
 * allows, and the slope at that step's end.
 *
 * <p>It extends the library's method in two ways. A step that ends in values that are not finite is
 * repeated with a shorter length. The continuous extension must satisfy the tolerances too, which
 * its defect in the middle of the step measures (Enright 1989). Without this, where stability and
 * not accuracy limits the steps, the extension's error would be hundreds of tolerances.
 *
 * <p>Where the gradient jumps, steps become shorter until the flow passes the jump within the
 * tolerances. But the gradients on both sides of a jump may point at each other (ReLU networks
 * often end in such folds). Then the flow slides along the jump, in the sense of Filippov (1988),
 * and no step is short enough. After {@link #SHORT_STEPS} steps below a given length, the flow
 * counts as sliding, and steps of that length are accepted without error control. They zigzag
 * across the fold, with an error of at most the jump times their length.
 */
final class FlowIntegrator extends DormandPrince853Integrator {

  /** The min step length, in time steps; it is near the rounding error of time itself. */
  private static final double SHORTEST = 1e-12;

  /**
   * The max step length: practically no limit, but finite, because infinity times a gradient of 0
   * is NaN.
   */
  private static final double LONGEST = 1e100;

  /** An error for which the step is reduced as much as possible. */
  private static final double TOO_FAR = 1e100;

  /**
   * The max of the defect times the step length, in tolerances. On smooth problems it is below 1
   * anyway, and the extension is then within a few tolerances of the flow.
   */
  private static final double DEFECT = 10;

  /** This many short steps in a row mean a slide; to pass a jump takes about twenty. */
  private static final int SHORT_STEPS = 100;

  /** This many longer steps within the tolerances end a slide. */
  private static final int LONG_STEPS = 20;

  private final double slidingLength;
  private ODEState start;
  private ODEStateAndDerivative end;
  private AbstractODEStateInterpolator within;
  private double length;
  private double error;

  /** The step length that the last step allows for the next; 0 before the first. */
  private double next;

  private int shortSteps;
  private int longSteps;
  private boolean slides;

  /**
   * @param timeStep the scale of time
   * @param slidingLength the length of steps where the flow slides along a jump, in the unit of
   *     time
   * @param initial the state at time 0; kept
   */
  FlowIntegrator(
      double timeStep,
      double slidingLength,
      double relativeTolerance,
      double absoluteTolerance,
      double[] initial) {
    super(SHORTEST * timeStep, LONGEST, absoluteTolerance, relativeTolerance);
    this.slidingLength = slidingLength;
    this.start = new ODEState(0, initial);
  }

  /** The time up to which the flow is known. */
  double reached() {
    return start.getTime();
  }

  /** The flow at a time within the last step. */
  double[] at(double time) {
    return within.getInterpolatedState(time).getPrimaryState();
  }

  /**
   * Makes one step of the integrator along the flow.
   *
   * @throws org.hipparchus.exception.MathRuntimeException if no step is short enough
   */
  void step(OrdinaryDifferentialEquation flow) {
    OrdinaryDifferentialEquation resumed = new Resumed(flow, end);
    double defect;
    double least = slides ? slidingLength : getMinStep();
    do {
      if (next > 0) {
        setInitialStepSize(FastMath.min(FastMath.max(next, least), getMaxStep()));
      }
      integrate(resumed, start, Double.POSITIVE_INFINITY);
      defect = defect(flow) / DEFECT;
      // The extension's defect is of order 7; times the step it has the step's order 8.
      double worst = FastMath.max(error, defect);
      double factor = getSafety() * FastMath.pow(worst, -1.0 / getOrder());
      next = length * FastMath.min(getMaxGrowth(), FastMath.max(getMinReduction(), factor));
    } while (defect > 1 && !isTakenAsItIs(length));
    watchForSlides(error < 1 && defect <= 1);
    start = end;
  }

  private boolean isTakenAsItIs(double stepLength) {
    return slides && stepLength <= slidingLength;
  }

  private void watchForSlides(boolean isWithinTolerances) {
    boolean isShort = length <= slidingLength;
    shortSteps = isShort ? shortSteps + 1 : 0;
    longSteps = isWithinTolerances && !isShort ? longSteps + 1 : 0;
    slides = slides ? longSteps < LONG_STEPS : shortSteps > SHORT_STEPS;
  }

  /**
   * The weighted norm of (slope of the extension − slope of the flow) · length in the middle of the
   * step.
   */
  private double defect(OrdinaryDifferentialEquation flow) {
    double middle = (start.getTime() + end.getTime()) / 2;
    ODEStateAndDerivative state = within.getInterpolatedState(middle);
    double[] y = state.getPrimaryState();
    double[] slope = state.getPrimaryDerivative();
    double[] wanted = flow.computeDerivatives(middle, y);
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double tolerance = getStepSizeHelper().getTolerance(i, FastMath.abs(y[i]));
      double part = length * (slope[i] - wanted[i]) / tolerance;
      sum += part * part;
    }
    return FastMath.min(TOO_FAR, FastMath.sqrt(sum / y.length));
  }

  @Override
  protected double estimateError(double[][] slopes, double[] from, double[] to, double h) {
    double estimate = super.estimateError(slopes, from, to, h);
    error = estimate < TOO_FAR ? estimate : TOO_FAR;
    return isTakenAsItIs(h) && error < TOO_FAR ? 0 : error;
  }

  @Override
  protected ODEStateAndDerivative acceptStep(
      AbstractODEStateInterpolator interpolator, double finalTime) {
    within = interpolator;
    end = interpolator.getCurrentState();
    length = getStepSize();
    setIsLastStep(true);
    return end;
  }

  /**
   * The flow, which reuses the slope at the end of the last step at the start of the next.
   *
   * @param last the end of the last step; null before the first
   */
  private record Resumed(OrdinaryDifferentialEquation flow, ODEStateAndDerivative last)
      implements OrdinaryDifferentialEquation {

    @Override
    public int getDimension() {
      return flow.getDimension();
    }

    @Override
    public double[] computeDerivatives(double t, double[] y) {
      return last != null && t == last.getTime()
          ? last.getPrimaryDerivative()
          : flow.computeDerivatives(t, y);
    }
  }
}
