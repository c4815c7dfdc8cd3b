package org.basin.data;

import org.basin.linalg.Matrix;
import org.basin.nn.ImageShape;
import org.basin.nn.Model;
import org.basin.nn.Parameters;

/**
 * A finite training set, and the examples that are held out from it.
 *
 * @param examples (inputs × examples), one example per column
 * @param labels (outputs × examples)
 * @param teacher the function that labelled the examples; null if the labels were given
 * @param validation the examples held out for choosing among trials; null for none
 * @param test the examples held out for testing the chosen trials; null for none
 * @param image the shape of the images that inputs are; null if inputs are not images
 * @param population the population that the examples were drawn from; null if it has no closed form
 * @param augmentation the random change of the images in minibatches; null for none
 */
public record TrainingSet(
    Matrix examples,
    Matrix labels,
    Teacher teacher,
    Examples validation,
    Examples test,
    ImageShape image,
    Population population,
    Augmentation augmentation)
    implements Data {

  public TrainingSet {
    if (examples.columns() != labels.columns()) {
      throw new IllegalArgumentException(examples + " inputs, " + labels + " labels");
    }
  }

  /**
   * Makes a set of examples whose labels have no known teacher, and without any of the optional
   * parts.
   */
  public static TrainingSet of(Matrix examples, Matrix labels) {
    return new TrainingSet(examples, labels, null, null, null, null, null, null);
  }

  /** The same set, whose labels are those of the teacher {@code known}. */
  TrainingSet labelledBy(Teacher known) {
    return new TrainingSet(
        examples, labels, known, validation, test, image, population, augmentation);
  }

  /** The same set with held-out examples; null for none. */
  public TrainingSet besides(Examples forChoosing, Examples forJudging) {
    return new TrainingSet(
        examples, labels, teacher, forChoosing, forJudging, image, population, augmentation);
  }

  /** The same set, whose inputs are images. */
  TrainingSet ofImages(ImageShape shape) {
    return new TrainingSet(
        examples, labels, teacher, validation, test, shape, population, augmentation);
  }

  /** The same set, drawn from a population with a closed form; null if it has none. */
  TrainingSet drawnFrom(Population law) {
    return new TrainingSet(examples, labels, teacher, validation, test, image, law, augmentation);
  }

  /** The same set with this augmentation of its minibatches; null for none. */
  TrainingSet augmentedBy(Augmentation change) {
    return new TrainingSet(examples, labels, teacher, validation, test, image, population, change);
  }

  @Override
  public double memory() {
    return memory(examples, labels)
        + (validation == null ? 0 : memory(validation.inputs(), validation.labels()))
        + (test == null ? 0 : memory(test.inputs(), test.labels()));
  }

  private static double memory(Matrix inputs, Matrix outputs) {
    return (double) inputs.data().length + outputs.data().length;
  }

  /** The number of examples. */
  public int size() {
    return examples.columns();
  }

  @Override
  public int inputs() {
    return examples.rows();
  }

  @Override
  public int outputs() {
    return labels.rows();
  }

  @Override
  public Matrix direction() {
    return teacher == null ? null : teacher.direction();
  }

  @Override
  public Model teacherModel() {
    return teacher == null ? null : teacher.model();
  }

  @Override
  public Parameters teacherParameters() {
    return teacher == null ? null : teacher.parameters();
  }
}
