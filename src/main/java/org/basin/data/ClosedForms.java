package org.basin.data;

import java.util.Optional;
import org.basin.nn.NeuronSum;

/** The laws and teachers whose population is known in closed form. */
final class ClosedForms {

  private ClosedForms() {}

  /** The population of a law with a teacher's labels; empty if it is not known. */
  static Optional<Population> of(Law law, Teacher teacher) {
    if (teacher instanceof SignTeacher sign && law.dimension() >= 2) {
      return Optional.of(new SignPopulation(law, sign.direction()));
    }
    if (teacher.model() instanceof NeuronSum sum && ReluPopulation.isRelu(sum.activation())) {
      return Optional.of(new ReluPopulation(law, sum, teacher.parameters()));
    }
    return Optional.empty();
  }
}
