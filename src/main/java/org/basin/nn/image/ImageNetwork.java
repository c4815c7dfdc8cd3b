package org.basin.nn.image;

import java.util.List;
import org.basin.linalg.Matrix;
import org.basin.nn.ImageShape;
import org.basin.nn.Model;
import org.basin.nn.Parameters;
import org.basin.nn.Shape;

/**
 * A model made of image layers. Its inputs are images, channel after channel and each channel row
 * by row, as PyTorch flattens (channels, height, width).
 */
final class ImageNetwork implements Model {

  /**
   * About how many values the activations of one pass over a set hold: 3.2e7 doubles are 256 MB.
   */
  private static final double MEMORY = 3.2e7;

  private final ImageShape image;
  private final ImageLayer layers;
  private final List<Shape> shapes;

  /**
   * @param layers the layers from {@link PixelMajor} to the outputs
   * @param shapes the tensors of {@code layers}
   */
  ImageNetwork(ImageShape image, ImageLayer layers, List<Shape> shapes) {
    this.image = image;
    this.layers = layers;
    this.shapes = List.copyOf(shapes);
  }

  @Override
  public int inputs() {
    return image.features();
  }

  @Override
  public int outputs() {
    return layers.output().features();
  }

  @Override
  public List<Shape> shapes() {
    return shapes;
  }

  @Override
  public Workspace workspace(int examples) {
    return new Passes(layers.pass(examples, false, new MatrixPool()));
  }

  @Override
  public Workspace trainingWorkspace(int examples) {
    return new Passes(layers.pass(examples, true, new MatrixPool()));
  }

  @Override
  public boolean trainsOnBatches() {
    return true;
  }

  @Override
  public void commit(Parameters parameters, Workspace workspace) {
    ((Passes) workspace).layers.commit(parameters);
  }

  @Override
  public int mostExamples() {
    return (int) Math.max(1, MEMORY / activations());
  }

  @Override
  public double products() {
    return layers.products();
  }

  @Override
  public double activations() {
    return layers.activations();
  }

  @Override
  public double memory(int examples) {
    return layers.memory(examples);
  }

  @Override
  public Matrix forward(Parameters parameters, Matrix inputs, Workspace workspace) {
    return ((Passes) workspace).layers.forward(parameters, inputs);
  }

  @Override
  public void backward(
      Parameters parameters,
      Matrix inputs,
      Workspace workspace,
      Matrix outputGradient,
      Parameters gradient) {
    ((Passes) workspace).layers.backward(parameters, outputGradient, gradient);
  }

  private record Passes(ImageLayer.Pass layers) implements Workspace {}
}
