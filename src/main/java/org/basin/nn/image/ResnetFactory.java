package org.basin.nn.image;

import java.util.ArrayList;
import java.util.List;
import org.basin.nn.ImageShape;
import org.basin.nn.Model;
import org.basin.nn.ModelFactory;
import org.basin.nn.Shape;
import org.basin.nn.TensorForm;
import org.basin.settings.Key;
import org.basin.settings.Range;
import org.basin.settings.Section;
import org.basin.settings.SpecException;

/**
 * {@code resnet}: the network of He, Zhang, Ren &amp; Sun (2016), Section 4.2, for small images,
 * with its skip links or fewer of them. It has 6n + 2 layers: a 3 × 3 convolution; three stages of
 * 2n such convolutions, of which the first of the second and third stage has stride 2; the mean
 * over pixels; and a dense layer. Batch normalisation follows each convolution, then the skip link
 * that ends there, if any, then ReLU.
 *
 * <p>A skip link passes every block of two convolutions, as in He et al.; or every convolution
 * except the first; or a single link passes all except the first; or there is no link. Links have
 * no parameters (option A). Tensors have torchvision's names: {@code conv1.weight}, {@code
 * layer2.0.bn1.running_mean}, {@code fc.bias}.
 */
public final class ResnetFactory implements ModelFactory {

  /** The max number of channels that a key allows, so that the sizes of filters do not overflow. */
  private static final int MOST_CHANNELS = 1_000_000;

  @Override
  public String kind() {
    return "resnet";
  }

  @Override
  public String summary() {
    return "The residual network of He, Zhang, Ren & Sun (2016) for small images, with all, some or no skip links.";
  }

  @Override
  public List<Key> keys() {
    return List.of(
        Key.integer(
            "depth", Range.closed(8, Model.MOST_LAYERS), "number of layers with weights, 6n + 2"),
        Key.reals(
            "channels",
            Range.closed(1, MOST_CHANNELS),
            "number of channels of each of the three stages, not decreasing"),
        Key.integer(
                "colours",
                Range.atLeast(1),
                "channels of an image; only for data not known to be images, whose inputs must be square")
            .optional(),
        Key.choice(
            "skip",
            "what a skip link passes: two convolutions, one, all of them with a single link, or no links",
            "every-block",
            "every-layer",
            "single",
            "none"));
  }

  @Override
  public List<TensorForm> tensors() {
    String filter = "one filter, flattened channel by channel and row by row as in PyTorch";
    String scale = "the %s of one channel's normalisation; starts at %d unless it is given";
    return List.of(
        new TensorForm("conv1.weight", "channels[0]", "9·colours", filter),
        new TensorForm("layer<s>.<b>.conv<c>.weight", "c_out", "9·c_in", filter),
        new TensorForm("bn1.weight", "channels[0]", "1", scale.formatted("factor", 1)),
        new TensorForm("bn1.bias", "channels[0]", "1", scale.formatted("offset", 0)),
        new TensorForm("bn1.running_mean", "channels[0]", "1", scale.formatted("mean", 0)),
        new TensorForm("bn1.running_var", "channels[0]", "1", scale.formatted("variance", 1)),
        new TensorForm("layer<s>.<b>.bn<c>.weight", "c_out", "1", scale.formatted("factor", 1)),
        new TensorForm("layer<s>.<b>.bn<c>.bias", "c_out", "1", scale.formatted("offset", 0)),
        new TensorForm("layer<s>.<b>.bn<c>.running_mean", "c_out", "1", scale.formatted("mean", 0)),
        new TensorForm(
            "layer<s>.<b>.bn<c>.running_var", "c_out", "1", scale.formatted("variance", 1)),
        new TensorForm("fc.weight", "outputs", "channels[2]", "the weights of one output"),
        new TensorForm("fc.bias", "outputs", "1", "the bias of one output"));
  }

  @Override
  public Model create(Section section, int inputs, int outputs) {
    return create(section, inputs, outputs, null);
  }

  @Override
  public Model create(Section section, int inputs, int outputs, ImageShape known) {
    ImageShape image = known == null ? square(section, inputs) : known;
    int shrinks = 1 << (ResnetLayers.STAGES - 1);
    if (image.height() % shrinks != 0 || image.width() % shrinks != 0) {
      throw new SpecException(
          section.path() + ".kind",
          "is resnet, which needs images whose sides "
              + shrinks
              + " divides, not "
              + image.height()
              + " x "
              + image.width());
    }
    int depth = section.integer("depth");
    if (depth % 6 != 2) {
      throw new SpecException(section.path() + ".depth", "is " + depth + ", must be 6n + 2");
    }
    List<Shape> shapes = new ArrayList<>();
    ImageLayer layers =
        new ResnetLayers(section.text("skip"), channels(section), (depth - 2) / 6, shapes)
            .network(image, outputs);
    return new ImageNetwork(image, layers, shapes);
  }

  private static ImageShape square(Section section, int inputs) {
    if (!section.has("colours")) {
      throw new SpecException(
          section.path() + ".colours",
          "is absent, must be given: the data are not known to be images");
    }
    int colours = section.integer("colours");
    int side = (int) Math.round(Math.sqrt((double) inputs / colours));
    if (colours * side * side != inputs) {
      throw new SpecException(
          section.path() + ".colours",
          "is " + colours + ", but inputs of " + inputs + " numbers are not square images");
    }
    return new ImageShape(colours, side, side);
  }

  private static int[] channels(Section section) {
    double[] given = section.reals("channels");
    int[] channels = new int[given.length];
    boolean legal = given.length == ResnetLayers.STAGES;
    for (int s = 0; s < given.length; s++) {
      channels[s] = (int) given[s];
      legal &= channels[s] == given[s] && (s == 0 || channels[s] >= channels[s - 1]);
    }
    if (!legal) {
      throw new SpecException(
          section.path() + ".channels", "must be three whole numbers that do not decrease");
    }
    return channels;
  }
}
