package org.basin.probe;

import org.basin.linalg.Deadline;
import org.basin.linalg.Matrix;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.nn.Parameters;

/**
 * The loss over a matrix of examples: a training set, or the minibatch that the matrix currently
 * holds. A large set is passed in blocks of at most {@link #BLOCK} examples, in order, which bounds
 * the memory of a pass. Workspaces are made at the first pass, because a stochastic trial may never
 * need one for the whole set.
 *
 * <p>A model that trains on batches has two losses. This loss passes each example independently
 * with the current running moments, and its gradient treats the moments as constants. The loss of
 * {@link #training} uses the batch's own moments and never splits the batch.
 */
public final class SetObjective implements StepObjective {

  /** The max number of examples in a pass. A layer of a thousand neurons then uses 8 MB. */
  public static final int BLOCK = 1024;

  private final Model model;
  private final Loss loss;
  private final Matrix inputs;
  private final Matrix labels;
  private final boolean training;
  private final int most;
  private Block full;
  private Block last;
  private Matrix outputs;
  private Parameters blockGradient;

  /** The matrices for passes over a number of examples. */
  private record Block(
      Matrix inputs, Matrix labels, Model.Workspace workspace, Matrix outputGradient) {

    int size() {
      return inputs.columns();
    }
  }

  /**
   * @param inputs (inputs × examples), one example per column; not modified
   * @param labels (outputs × examples); not modified
   */
  public SetObjective(Model model, Loss loss, Matrix inputs, Matrix labels) {
    this(model, loss, inputs, labels, false);
  }

  private SetObjective(Model model, Loss loss, Matrix inputs, Matrix labels, boolean training) {
    this.model = model;
    this.loss = loss;
    this.inputs = inputs;
    this.labels = labels;
    this.training = training;
    this.most =
        training && model.trainsOnBatches()
            ? Math.max(1, size())
            : Math.min(BLOCK, model.mostExamples());
  }

  /** The loss that a training step minimises. */
  public static SetObjective training(Model model, Loss loss, Matrix inputs, Matrix labels) {
    return new SetObjective(model, loss, inputs, labels, true);
  }

  @Override
  public void commit(Parameters parameters) {
    if (training && model.trainsOnBatches()) {
      model.commit(parameters, block(0).workspace);
    }
  }

  /** The outputs (outputs × examples), valid until the next pass. */
  public Matrix outputs(Parameters parameters) {
    if (isOneBlock()) {
      return forward(parameters, block(0));
    }
    if (outputs == null) {
      outputs = new Matrix(labels.rows(), labels.columns());
    }
    for (int from = 0; from < size(); from += most) {
      double[] part = forward(parameters, block(from)).data();
      System.arraycopy(part, 0, outputs.data(), from * labels.rows(), part.length);
    }
    return outputs;
  }

  @Override
  public double value(Parameters parameters) {
    double sum = 0;
    for (int from = 0; from < size(); from += most) {
      Block block = block(from);
      sum += share(block) * loss.value(forward(parameters, block), block.labels);
    }
    return sum;
  }

  @Override
  public double gradient(Parameters parameters, Parameters gradient) {
    if (isOneBlock()) {
      return gradient(parameters, block(0), gradient);
    }
    if (blockGradient == null) {
      blockGradient = new Parameters(gradient.shapes());
    }
    gradient.fill(0);
    double sum = 0;
    for (int from = 0; from < size(); from += most) {
      Block block = block(from);
      double share = share(block);
      sum += share * gradient(parameters, block, blockGradient);
      add(gradient, share, blockGradient);
    }
    return sum;
  }

  private double gradient(Parameters parameters, Block block, Parameters gradient) {
    double value = loss.gradient(forward(parameters, block), block.labels, block.outputGradient);
    model.backward(parameters, block.inputs, block.workspace, block.outputGradient, gradient);
    return value;
  }

  private Matrix forward(Parameters parameters, Block block) {
    return model.forward(parameters, block.inputs, block.workspace);
  }

  private static void add(Parameters sum, double factor, Parameters term) {
    for (int t = 0; t < sum.count(); t++) {
      double[] to = sum.get(t).data();
      double[] from = term.get(t).data();
      for (int i = 0; i < to.length; i++) {
        to[i] += factor * from[i];
      }
    }
  }

  private int size() {
    return inputs.columns();
  }

  private boolean isOneBlock() {
    return size() <= most;
  }

  private double share(Block block) {
    return loss.share(block.size(), size());
  }

  /** The block that starts at example {@code from}, filled with its examples. */
  private Block block(int from) {
    int examples = Math.min(most, size() - from);
    Block block = examples == most ? full : last;
    if (block == null) {
      block = newBlock(examples);
      if (examples == most) {
        full = block;
      } else {
        last = block;
      }
    }
    if (!isOneBlock()) {
      Deadline.check();
      copy(inputs, from, block.inputs);
      copy(labels, from, block.labels);
    }
    return block;
  }

  private Block newBlock(int examples) {
    boolean all = isOneBlock();
    return new Block(
        all ? inputs : new Matrix(inputs.rows(), examples),
        all ? labels : new Matrix(labels.rows(), examples),
        training ? model.trainingWorkspace(examples) : model.workspace(examples),
        new Matrix(labels.rows(), examples));
  }

  private static void copy(Matrix from, int column, Matrix to) {
    System.arraycopy(from.data(), column * from.rows(), to.data(), 0, to.data().length);
  }
}
