package org.basin.nn.penalty;

import java.util.ArrayList;
import java.util.List;
import org.basin.linalg.Matrix;
import org.basin.nn.Fan;
import org.basin.nn.Parameters;
import org.basin.nn.Shape;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * A penalty that is a sum over tensors: λ Σ p(W), where W is a tensor or its increment since step
 * 0.
 */
abstract class TensorPenalty implements PenaltyFactory {

  private static final String INCREMENTS = "increments";

  /** The value p(W). */
  abstract double value(Matrix w);

  /** Adds {@code strength} times the gradient of p at {@code w} to {@code gradient}. */
  abstract void addGradient(double strength, Matrix w, Matrix gradient);

  @Override
  public final List<Key> keys() {
    return List.of(
        Key.real("strength", Range.NON_NEGATIVE, "λ"),
        Key.texts("tensors", "names of trained tensors; absent: all except biases").optional(),
        Key.choice(
            "of",
            "what is penalised: the tensors, or their increments since step 0",
            "weights",
            INCREMENTS));
  }

  @Override
  public final Penalty create(Section section) {
    double strength = section.real("strength");
    boolean increments = section.text("of").equals(INCREMENTS);
    return initial -> {
      int[] tensors = tensors(section, initial);
      Matrix[] origins = new Matrix[tensors.length];
      Matrix[] differences = new Matrix[tensors.length];
      for (int i = 0; increments && i < tensors.length; i++) {
        origins[i] = initial.get(tensors[i]).copy();
        differences[i] = origins[i].copy();
      }
      return new Term(strength, tensors, origins, differences);
    };
  }

  private static int[] tensors(Section section, Parameters initial) {
    List<Integer> chosen = new ArrayList<>();
    List<String> trained = new ArrayList<>();
    List<String> wanted = section.has("tensors") ? section.texts("tensors") : List.of();
    for (int t = 0; t < initial.count(); t++) {
      Shape shape = initial.shapes().get(t);
      if (shape.trained()) {
        trained.add(shape.name());
        if (section.has("tensors") ? wanted.contains(shape.name()) : !Fan.isBias(shape)) {
          chosen.add(t);
        }
      }
    }
    for (String name : wanted) {
      if (!trained.contains(name)) {
        throw new SpecException(
            section.path() + ".tensors",
            "lists " + name + ", but the trained tensors are " + String.join(", ", trained));
      }
    }
    return chosen.stream().mapToInt(Integer::intValue).toArray();
  }

  private final class Term implements Penalty.Term {

    private final double strength;
    private final int[] tensors;

    /**
     * The tensors at step 0, and matrices for their increments; null where tensors are penalised.
     */
    private final Matrix[] origins;

    private final Matrix[] differences;

    Term(double strength, int[] tensors, Matrix[] origins, Matrix[] differences) {
      this.strength = strength;
      this.tensors = tensors;
      this.origins = origins;
      this.differences = differences;
    }

    private Matrix argument(Parameters parameters, int i) {
      Matrix w = parameters.get(tensors[i]);
      if (origins[i] == null) {
        return w;
      }
      double[] now = w.data();
      double[] then = origins[i].data();
      double[] difference = differences[i].data();
      for (int k = 0; k < now.length; k++) {
        difference[k] = now[k] - then[k];
      }
      return differences[i];
    }

    @Override
    public double value(Parameters parameters) {
      double sum = 0;
      for (int i = 0; i < tensors.length; i++) {
        sum += TensorPenalty.this.value(argument(parameters, i));
      }
      return strength * sum;
    }

    @Override
    public void addGradient(Parameters parameters, Parameters gradient) {
      for (int i = 0; i < tensors.length; i++) {
        TensorPenalty.this.addGradient(strength, argument(parameters, i), gradient.get(tensors[i]));
      }
    }
  }
}
