package org.basin.data;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.Deadline;
import org.basin.linalg.Matrix;
import org.basin.nn.ArraySizes;
import org.basin.nn.Model;
import org.basin.nn.Parameters;
import org.basin.nn.init.Initialisers;
import org.basin.nn.model.Models;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;

/** A teacher whose labels are the outputs of a network with fixed parameters. */
final class NetworkTeacher implements Teacher {

  /**
   * The max number of examples in a pass, which bounds the memory for labelling a large training
   * set.
   */
  private static final int BLOCK = 256;

  private final Model model;
  private final Parameters parameters;

  NetworkTeacher(Model model, Parameters parameters) {
    this.model = model;
    this.parameters = parameters;
  }

  @Override
  public int outputs() {
    return model.outputs();
  }

  @Override
  public Model model() {
    return model;
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  @Override
  public void label(Matrix inputs, Matrix labels) {
    for (int from = 0; from < inputs.columns(); from += BLOCK) {
      Deadline.check();
      Matrix block = new Matrix(inputs.rows(), Math.min(BLOCK, inputs.columns() - from));
      System.arraycopy(inputs.data(), from * inputs.rows(), block.data(), 0, block.data().length);
      Matrix outputs = model.forward(parameters, block, model.workspace(block.columns()));
      System.arraycopy(
          outputs.data(), 0, labels.data(), from * labels.rows(), outputs.data().length);
    }
  }

  /** {@code network}: a network whose parameters an initialiser draws. */
  static final class Factory implements TeacherFactory {

    @Override
    public String kind() {
      return "network";
    }

    @Override
    public String summary() {
      return "A network with fixed parameters, drawn with the data seed, whose outputs are the labels.";
    }

    @Override
    public List<Key> keys() {
      return List.of(
          Key.component("model", "model", "the teacher's network"),
          Key.component(
              "init", "init", "how the teacher's parameters are drawn, with the data seed"),
          Key.integer("outputs", Range.atLeast(1), "number of outputs in a label"));
    }

    @Override
    public Teacher create(Section section, int inputs, UniformRandomProvider stream) {
      Section settings = section.section("model");
      Model model =
          Models.CATALOGUE.of(settings).create(settings, inputs, section.integer("outputs"));
      ArraySizes.check(settings, model.shapes());
      Parameters parameters = new Parameters(model.shapes());
      Section init = section.section("init");
      model.initialise(Initialisers.CATALOGUE.of(init).create(init), parameters, stream);
      return new NetworkTeacher(model, parameters);
    }
  }
}
