package org.basin.nn.init;

import java.util.List;
import org.basin.settings.Catalogue;

/**
 * The kinds of entry in an explicit initialisation. An entry says where the elements of one tensor
 * come from.
 */
public final class Tensors {

  public static final Catalogue<TensorFactory> CATALOGUE =
      Catalogue.of(
          "tensor",
          "One tensor of an explicit initialisation.",
          TensorFactory.class,
          List.of(
              new TensorConstant(),
              new TensorFile(),
              new TensorGaussian(),
              new TensorUniform(),
              new TensorValues()));

  private Tensors() {}
}
