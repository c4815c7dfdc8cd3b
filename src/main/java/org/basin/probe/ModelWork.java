package org.basin.probe;

import java.util.EnumSet;
import java.util.Set;

/**
 * An amount of work in units that do not depend on a machine, from which a trial's cost is
 * predicted. Prices are right within a factor of about two. Make one from {@link #NONE}.
 *
 * @param readings the costly values of the {@link TrialView} that are read. Whoever reads them
 *     first at a step pays for all, and a step may have computed them anyway
 * @param gradients the number of gradients of the whole loss besides that of the view
 * @param forward the number of examples that are passed forward through the model, besides what the
 *     view computes
 * @param backward likewise, the number of examples passed backward
 * @param passes the number of calls that pass them
 * @param products the number of multiply-adds in other matrix products
 * @param elements the number of numbers that plain Java reads one by one
 */
public record ModelWork(
    Set<Reading> readings,
    double gradients,
    double forward,
    double backward,
    double passes,
    double products,
    double elements) {

  /** No work. */
  public static final ModelWork NONE = new ModelWork(Set.of(), 0, 0, 0, 0, 0, 0);

  /** A value of the view that is computed at most once a step. */
  public enum Reading {
    /** {@link TrialView#loss}: a pass forward over all examples. */
    LOSS,
    /** {@link TrialView#gradient}: a pass forward and backward over all examples. */
    GRADIENT,
    /** {@link TrialView#trainingOutputs}: a pass forward over all examples. */
    OUTPUTS
  }

  /** About how many numbers could be read in the time that it takes to record one. */
  private static final double RECORD = 10;

  /** The work of passing {@code examples} forward in one call. */
  public static ModelWork forward(double examples) {
    return NONE.andForward(examples);
  }

  public ModelWork andReading(Reading reading) {
    EnumSet<Reading> all = EnumSet.of(reading);
    all.addAll(readings);
    return new ModelWork(Set.copyOf(all), gradients, forward, backward, passes, products, elements);
  }

  public ModelWork andGradients(double more) {
    return new ModelWork(readings, gradients + more, forward, backward, passes, products, elements);
  }

  /** Adds a call that passes {@code examples} forward. */
  public ModelWork andForward(double examples) {
    return new ModelWork(
        readings, gradients, forward + examples, backward, passes + 1, products, elements);
  }

  /** Adds a call that passes {@code examples} backward. */
  public ModelWork andBackward(double examples) {
    return new ModelWork(
        readings, gradients, forward, backward + examples, passes + 1, products, elements);
  }

  public ModelWork andProducts(double more) {
    return new ModelWork(readings, gradients, forward, backward, passes, products + more, elements);
  }

  public ModelWork andElements(double more) {
    return new ModelWork(readings, gradients, forward, backward, passes, products, elements + more);
  }

  /** Adds the recording of {@code count} values. */
  public ModelWork andRecords(double count) {
    return andElements(RECORD * count);
  }

  /** Adds other work at the same step, so that what both read is read once. */
  public ModelWork and(ModelWork other) {
    EnumSet<Reading> all = EnumSet.noneOf(Reading.class);
    all.addAll(readings);
    all.addAll(other.readings);
    return new ModelWork(
        Set.copyOf(all),
        gradients + other.gradients,
        forward + other.forward,
        backward + other.backward,
        passes + other.passes,
        products + other.products,
        elements + other.elements);
  }

  /** The same work without what is shared with others: readings and gradients of the whole loss. */
  public ModelWork withoutShared() {
    return new ModelWork(Set.of(), 0, forward, backward, passes, products, elements);
  }

  /** The same own work {@code times} times. What is read of the view stays. */
  public ModelWork times(double times) {
    return new ModelWork(
        readings,
        times * gradients,
        times * forward,
        times * backward,
        times * passes,
        times * products,
        times * elements);
  }
}
