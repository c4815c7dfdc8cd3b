package org.basin.probe.general;

import org.basin.data.Data;
import org.basin.data.TrainingSet;
import org.basin.linalg.Matrix;
import org.basin.nn.Layered;
import org.basin.nn.Model;
import org.basin.probe.ModelWork;
import org.basin.probe.SetObjective;
import org.basin.probe.TrialView;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * Compares the network with itself at step 0: passes a training set through both, block by block.
 */
final class FrozenSigns {

  /** Receives the two passes over each block. */
  interface Visitor {

    /**
     * Receives one block.
     *
     * @param inputs (inputs × examples)
     * @param outputs the outputs of the current network (outputs × examples)
     * @param now the pass of the current network
     * @param start the pass of the network at step 0
     */
    void see(Matrix inputs, Matrix outputs, Model.Workspace now, Model.Workspace start);
  }

  private final Layered model;
  private final Matrix examples;
  private Model.Workspace now;
  private Model.Workspace start;
  private Matrix block;

  /**
   * @throws SpecException if the model's layers cannot be read, or if the data have no training set
   */
  FrozenSigns(Section section, Model model, Data data) {
    if (!(model instanceof Layered layered)) {
      throw new SpecException(
          section.path(),
          "is " + section.kind() + ", which needs a model of layers with activations");
    }
    if (!(data instanceof TrainingSet set)) {
      throw new SpecException(
          section.path(), "is " + section.kind() + ", which needs a training set");
    }
    this.model = layered;
    this.examples = set.examples();
  }

  Layered model() {
    return model;
  }

  int examples() {
    return examples.columns();
  }

  /** The work of a visit. */
  ModelWork work() {
    return ModelWork.forward(examples()).andForward(examples());
  }

  void visit(TrialView view, Visitor visitor) {
    for (int from = 0; from < examples(); from += SetObjective.BLOCK) {
      int count = Math.min(SetObjective.BLOCK, examples() - from);
      if (block == null || block.columns() != count) {
        block = new Matrix(examples.rows(), count);
        now = model.workspace(count);
        start = model.workspace(count);
      }
      int rows = examples.rows();
      System.arraycopy(examples.data(), from * rows, block.data(), 0, count * rows);
      model.forward(view.initialParameters(), block, start);
      visitor.see(block, model.forward(view.parameters(), block, now), now, start);
    }
  }
}
