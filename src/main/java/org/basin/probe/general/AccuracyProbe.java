package org.basin.probe.general;

import java.util.List;
import java.util.function.Function;
import org.basin.data.Data;
import org.basin.data.Examples;
import org.basin.data.TrainingSet;
import org.basin.linalg.Matrix;
import org.basin.nn.Loss;
import org.basin.nn.Model;
import org.basin.probe.ModelWork;
import org.basin.probe.ModelWork.Reading;
import org.basin.probe.Observable;
import org.basin.probe.Probe;
import org.basin.probe.ProbeCost;
import org.basin.probe.ProbeFactory;
import org.basin.probe.ScalarProbe;
import org.basin.probe.SetObjective;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * {@code train-accuracy}, {@code validation-accuracy} and {@code test-accuracy}: the fraction of
 * examples that the network classifies correctly, from 0 to 1. With several outputs, the predicted
 * class is that of the largest output, or of the first among equal ones. With one output, it is the
 * output's sign, and 0 counts as positive. The accuracy is NaN if an output is NaN. The error rate
 * is 1 − accuracy.
 */
final class AccuracyProbe implements ProbeFactory {

  private final String set;
  private final Function<Data, Examples> examples;

  private AccuracyProbe(String set, Function<Data, Examples> examples) {
    this.set = set;
    this.examples = examples;
  }

  /** One factory for each set of examples. */
  static List<ProbeFactory> all() {
    return List.of(
        new AccuracyProbe("train", AccuracyProbe::training),
        new AccuracyProbe("validation", Data::validation),
        new AccuracyProbe("test", Data::test));
  }

  private static Examples training(Data data) {
    return data instanceof TrainingSet set ? new Examples(set.examples(), set.labels()) : null;
  }

  @Override
  public String kind() {
    return set + "-accuracy";
  }

  @Override
  public String summary() {
    return "The fraction of "
        + (set.equals("train") ? "training" : set)
        + " examples that are classified correctly.";
  }

  @Override
  public List<Observable> observables() {
    return List.of(
        Observable.scalar(
            kind(),
            "",
            Range.closed(0, 1),
            "examples classified correctly / examples; NaN if an output is"));
  }

  @Override
  public List<Key> keys() {
    return List.of();
  }

  @Override
  public Probe create(Section section, Model model, Data data, Loss loss) {
    Examples seen = examples.apply(data);
    if (seen == null) {
      throw new SpecException(
          section.path(),
          "is "
              + kind()
              + ", which needs "
              + (set.equals("train") ? "a finite training set" : "data with " + set + "-samples"));
    }
    Matrix labels = seen.labels();
    check(section, labels);
    ModelWork compared = ModelWork.NONE.andElements(2.0 * labels.data().length);
    if (set.equals("train")) {
      return new ScalarProbe(
          kind(),
          view -> accuracy(view.trainingOutputs(), labels),
          ProbeCost.ofLook(compared.andReading(Reading.OUTPUTS)));
    }
    SetObjective passes = new SetObjective(model, loss, seen.inputs(), labels);
    return new ScalarProbe(
        kind(),
        view -> accuracy(passes.outputs(view.parameters()), labels),
        ProbeCost.ofLook(compared.andForward(labels.columns())));
  }

  /** A label must be 1 or −1, or several numbers of which one is 1 and the others are at most 0. */
  private void check(Section section, Matrix labels) {
    int rows = labels.rows();
    for (int c = 0; c < labels.columns(); c++) {
      int ones = 0;
      int others = 0;
      for (int r = 0; r < rows; r++) {
        double label = labels.get(r, c);
        ones += label == 1 ? 1 : 0;
        others += label == -1 || (label == 0 && rows > 1) ? 1 : 0;
      }
      if (ones + others < rows || (rows > 1 && ones != 1)) {
        throw new SpecException(
            section.path(),
            "is " + kind() + ", which needs labels of " + (rows > 1 ? "one 1 each" : "1 or -1"));
      }
    }
  }

  /** The accuracy of outputs (outputs × examples) against labels of the same shape. */
  static double accuracy(Matrix outputs, Matrix labels) {
    int right = 0;
    for (int c = 0; c < labels.columns(); c++) {
      int told = told(outputs, c);
      if (told < 0) {
        return Double.NaN;
      }
      right += told == told(labels, c) ? 1 : 0;
    }
    return (double) right / labels.columns();
  }

  /**
   * The class of an example according to its outputs or its label: the index of the largest number.
   * For a single number, 0 if it is not negative and 1 if it is. −1 if one is NaN.
   */
  private static int told(Matrix outputs, int c) {
    int told = 0;
    for (int r = 0; r < outputs.rows(); r++) {
      double output = outputs.get(r, c);
      if (Double.isNaN(output)) {
        return -1;
      }
      told = output > outputs.get(told, c) ? r : told;
    }
    return outputs.rows() == 1 && outputs.get(0, c) < 0 ? 1 : told;
  }
}
