package org.basin.nn;

import org.basin.linalg.Matrix;

/** A model of layers whose preactivations and activations can be read. */
public interface Layered extends Model {

  /** The number of layers with an activation function. */
  int hiddenLayers();

  /**
   * The preactivations of hidden layer {@code l}, counted from 0, in the last {@link #forward} with
   * {@code workspace}.
   *
   * @return (neurons × examples); kept in the workspace; must not be modified
   */
  Matrix preactivations(Workspace workspace, int l);

  /** The activations of hidden layer {@code l}, its features; as for {@link #preactivations}. */
  Matrix features(Workspace workspace, int l);

  /**
   * The outputs of the pseudo-network, in which a multiplication by σ′ at another network's
   * preactivations replaces every activation function σ. For ReLU this freezes the signs: the
   * outputs equal the network's own as long as no preactivation changes its sign. Allen-Zhu, Li
   * &amp; Liang (2019), Section 6.
   *
   * @param parameters the pseudo-network's parameters; not modified
   * @param gates the workspace of the other network's last {@link #forward} over the same inputs;
   *     its preactivations are not changed
   * @return (outputs × examples); kept in the workspace and valid until the next pass
   */
  Matrix pseudo(Parameters parameters, Matrix inputs, Workspace gates);
}
