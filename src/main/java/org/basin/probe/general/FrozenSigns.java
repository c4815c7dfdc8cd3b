package org.basin.probe.general;

import org.basin.data.Data;
import org.basin.data.TrainingSet;
import org.basin.linalg.Matrix;
import org.basin.nn.Layered;
import org.basin.nn.Model;
import org.basin.probe.SetObjective;
import org.basin.probe.TrialView;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * Passes a training set through a network as it is and as it was at step 0, block by block, to
 * compare the two.
 */
final class FrozenSigns {

  /** Told a block's two passes. */
  interface Visitor {

    /**
     * Sees one block.
     *
     * @param inputs (inputs × examples)
     * @param outputs of the network as it is (outputs × examples)
     * @param now its pass
     * @param start the pass at step 0
     */
    void see(Matrix inputs, Matrix outputs, Model.Workspace now, Model.Workspace start);
  }

  private final Layered model;
  private final Matrix examples;
  private Model.Workspace now;
  private Model.Workspace start;
  private Matrix block;

  /**
   * @throws SpecException if the model has no layers to look at, or the data no training set
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
