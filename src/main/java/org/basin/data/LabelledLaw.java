package org.basin.data;

import org.apache.commons.rng.UniformRandomProvider;
import org.basin.linalg.Matrix;
import org.basin.linalg.StepExamples;
import org.basin.nn.Model;
import org.basin.nn.Parameters;

/** Fresh inputs of a distribution, labelled by a teacher. */
record LabelledLaw(Law law, Teacher teacher) implements FreshSamples {

  @Override
  public void draw(UniformRandomProvider stream, StepExamples examples) {
    if (examples.floatInputs() == null) {
      law.draw(stream, examples.inputs());
      teacher.label(examples.inputs(), examples.labels());
    } else {
      law.draw(stream, examples.floatInputs());
      teacher.label(examples.floatInputs(), examples.floatLabels());
      examples.markFilled();
    }
  }

  @Override
  public Population population() {
    return ClosedForms.of(law, teacher).orElse(null);
  }

  @Override
  public int inputs() {
    return law.dimension();
  }

  @Override
  public int outputs() {
    return teacher.outputs();
  }

  @Override
  public Matrix direction() {
    return teacher.direction();
  }

  @Override
  public Model teacherModel() {
    return teacher.model();
  }

  @Override
  public Parameters teacherParameters() {
    return teacher.parameters();
  }
}
