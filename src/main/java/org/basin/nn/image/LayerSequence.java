package org.basin.nn.image;

import java.util.List;
import org.basin.linalg.Matrix;
import org.basin.nn.ImageShape;
import org.basin.nn.Parameters;

/** A sequence of at least one layer. The first is the lowest, the one nearest to the input. */
record LayerSequence(List<ImageLayer> layers) implements ImageLayer {

  LayerSequence {
    layers = List.copyOf(layers);
  }

  @Override
  public ImageShape output() {
    return layers.get(layers.size() - 1).output();
  }

  @Override
  public double products() {
    return layers.stream().mapToDouble(ImageLayer::products).sum();
  }

  @Override
  public double activations() {
    return layers.stream().mapToDouble(ImageLayer::activations).sum();
  }

  @Override
  public Pass pass(int examples, boolean training, MatrixPool pool) {
    List<Pass> passes = layers.stream().map(layer -> layer.pass(examples, training, pool)).toList();
    return new Pass() {
      @Override
      public Matrix forward(Parameters parameters, Matrix input) {
        Matrix activations = input;
        for (Pass pass : passes) {
          activations = pass.forward(parameters, activations);
        }
        return activations;
      }

      @Override
      public Matrix backward(Parameters parameters, Matrix delta, Parameters gradient) {
        Matrix carried = delta;
        for (int l = passes.size() - 1; l >= 0 && carried != null; l--) {
          carried = passes.get(l).backward(parameters, carried, gradient);
        }
        return carried;
      }

      @Override
      public void commit(Parameters parameters) {
        passes.forEach(pass -> pass.commit(parameters));
      }
    };
  }
}
