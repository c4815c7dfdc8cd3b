package org.basin.nn.optimiser;

import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.Deadline;
import org.basin.nn.Objective;
import org.basin.nn.Optimiser;
import org.basin.nn.Parameters;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.ode.OrdinaryDifferentialEquation;

/**
 * Gradient flow, dw/dt = −∇L(w), integrated by an explicit Runge–Kutta method of order 8 with error
 * control (Dormand &amp; Prince 8(5,3); Hairer, Nørsett &amp; Wanner, <i>Solving Ordinary
 * Differential Equations I</i>, II.5 and II.6). Step n is the flow at time n·h, where h is the time
 * step, which {@link #stepSize} returns. It sets when the flow is observed, not how it is computed.
 * The integrator chooses its own steps, as long as the tolerances allow. Within a step, the flow is
 * read from a continuous extension of order 7.
 *
 * <p>Where the gradient jumps (an example passes a ReLU's kink), the integrator shortens its steps
 * until it passes the jump within the tolerances. Where the gradients on both sides of a jump point
 * at each other, the flow slides along the jump, and the integrator follows it in steps of a given
 * length without error control.
 *
 * @param timeStep h
 * @param relativeTolerance the max error of one integrator step in a parameter, as a fraction of
 *     the parameter
 * @param absoluteTolerance the max error in the unit of the parameters; both tolerances are added
 * @param slidingStep the length of the integrator's steps where the flow slides, in time steps
 * @param maxEvaluations the max number of gradients between one step and the next
 */
record GradientFlow(
    double timeStep,
    double relativeTolerance,
    double absoluteTolerance,
    double slidingStep,
    int maxEvaluations)
    implements Optimiser {

  @Override
  public double stepSize(long step) {
    return timeStep;
  }

  /**
   * Two: the step's own, and on average about one of the integrator's. An integrator step takes 16
   * gradients and usually spans a dozen or more time steps at which gradient descent would be
   * stable.
   */
  @Override
  public double gradientsPerStep() {
    return 2;
  }

  /** The integrator keeps 16 slopes, their extension and the vectors of two steps. */
  @Override
  public double copies() {
    return 45;
  }

  @Override
  public State start(Parameters initial, UniformRandomProvider noise) {
    return new Flow(initial);
  }

  /** One lane's flow, computed up to the end of an integrator step. */
  private final class Flow implements State, OrdinaryDifferentialEquation {

    private final FlowIntegrator integrator;
    private final Parameters point;
    private final Parameters slope;
    private final int dimension;
    private Objective objective;
    private long step;
    private int evaluations;

    Flow(Parameters initial) {
      this.point = initial.copy();
      this.slope = new Parameters(initial.shapes());
      this.dimension = TrainedTensors.size(initial);
      this.integrator =
          new FlowIntegrator(
              timeStep,
              slidingStep * timeStep,
              relativeTolerance,
              absoluteTolerance,
              TrainedTensors.read(initial));
    }

    @Override
    public void update(
        Parameters parameters, Parameters gradient, double stepSize, Objective objective) {
      this.objective = objective;
      if (dimension == 0) {
        return;
      }
      step++;
      evaluations = 0;
      double time = step * timeStep;
      try {
        while (integrator.reached() < time) {
          integrator.step(this);
        }
      } catch (MathRuntimeException e) {
        throw lost(e.getMessage());
      }
      TrainedTensors.write(integrator.at(time), parameters);
    }

    @Override
    public int getDimension() {
      return dimension;
    }

    @Override
    public double[] computeDerivatives(double t, double[] y) {
      if (++evaluations > maxEvaluations) {
        throw lost(
            "one time step takes more than " + maxEvaluations + " gradients (max-evaluations)");
      }
      Deadline.check();
      TrainedTensors.write(y, point);
      objective.gradient(point, slope);
      double[] derivative = TrainedTensors.read(slope);
      for (int i = 0; i < dimension; i++) {
        derivative[i] = -derivative[i];
      }
      return derivative;
    }

    private ArithmeticException lost(String why) {
      return new ArithmeticException(
          "the gradient flow cannot be followed beyond time " + integrator.reached() + ": " + why);
    }
  }
}
