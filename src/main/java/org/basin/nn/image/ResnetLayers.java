package org.basin.nn.image;

import java.util.ArrayList;
import java.util.List;
import org.basin.nn.ImageShape;
import org.basin.nn.Shape;

/** Builds the layers of one {@code resnet}; see {@link ResnetFactory}. */
final class ResnetLayers {

  static final int STAGES = 3;

  private final String skip;
  private final int[] channels;
  private final int n;
  private final List<Shape> shapes;

  /**
   * @param skip a value of the key {@code skip}
   * @param channels the number of channels of each stage
   * @param n the number of blocks in a stage
   * @param shapes the tensors are added here, in the order of the layers
   */
  ResnetLayers(String skip, int[] channels, int n, List<Shape> shapes) {
    this.skip = skip;
    this.channels = channels.clone();
    this.n = n;
    this.shapes = shapes;
  }

  ImageLayer network(ImageShape image, int outputs) {
    List<ImageLayer> all = new ArrayList<>();
    all.add(new PixelMajor(image));
    ImageShape form = convolve("conv1", "bn1", image, channels[0], 1, all);
    all.add(new ReluLayer(form));
    List<ImageLayer> body = new ArrayList<>();
    ImageShape last = stages(form, body);
    if (skip.equals("single")) {
      body.remove(body.size() - 1); // The ReLU must come after the link.
      all.add(new ResidualBlock(form, new LayerSequence(body)));
      all.add(new ReluLayer(last));
    } else {
      all.addAll(body);
    }
    all.add(new GlobalAveragePool(last));
    all.add(new DenseReadout("fc", all.get(all.size() - 1).output(), outputs, shapes));
    return new LayerSequence(all);
  }

  private ImageShape stages(ImageShape input, List<ImageLayer> layers) {
    ImageShape form = input;
    for (int s = 0; s < STAGES; s++) {
      for (int b = 0; b < n; b++) {
        form = block("layer" + (s + 1) + "." + b, form, channels[s], s > 0 && b == 0, layers);
      }
    }
    return form;
  }

  private ImageShape block(
      String name, ImageShape input, int filters, boolean shrinks, List<ImageLayer> layers) {
    List<ImageLayer> body = new ArrayList<>();
    ImageShape middle = convolution(name, 1, input, filters, shrinks ? 2 : 1, body);
    body.add(new ReluLayer(middle));
    ImageShape last = convolution(name, 2, middle, filters, 1, body);
    if (skip.equals("every-block")) {
      layers.add(new ResidualBlock(input, new LayerSequence(body)));
    } else {
      layers.addAll(body);
    }
    layers.add(new ReluLayer(last));
    return last;
  }

  /**
   * Adds a convolution of a block and its normalisation, with a skip link if every layer has one.
   */
  private ImageShape convolution(
      String name, int number, ImageShape input, int filters, int stride, List<ImageLayer> layers) {
    List<ImageLayer> body = new ArrayList<>();
    ImageShape form =
        convolve(name + ".conv" + number, name + ".bn" + number, input, filters, stride, body);
    if (skip.equals("every-layer")) {
      layers.add(new ResidualBlock(input, new LayerSequence(body)));
    } else {
      layers.addAll(body);
    }
    return form;
  }

  private ImageShape convolve(
      String conv,
      String norm,
      ImageShape input,
      int filters,
      int stride,
      List<ImageLayer> layers) {
    ImageLayer convolution = new Convolution(conv, input, filters, 3, stride, 1, shapes);
    layers.add(convolution);
    layers.add(new BatchNorm(norm, convolution.output(), shapes));
    return convolution.output();
  }
}
