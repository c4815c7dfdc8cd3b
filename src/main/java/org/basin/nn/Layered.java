package org.basin.nn;

import org.basin.linalg.Matrix;

/** A model of layers whose activations can be looked at. */
public interface Layered extends Model {

  /** How many layers have an activation. */
  int hiddenLayers();

  /**
   * What goes into the activations of hidden layer {@code l}, counted from 0, after a {@link
   * #forward} in {@code workspace}.
   *
   * @return (neurons × examples); stands in the workspace, not to be modified
   */
  Matrix preactivations(Workspace workspace, int l);

  /** What comes out of them, as {@link #preactivations}: the features of hidden layer {@code l}. */
  Matrix features(Workspace workspace, int l);

  /**
   * The outputs of the pseudo-network: every activation is replaced by a multiplication with its
   * derivative at another network's preactivations. For ReLU the signs are frozen: the outputs are
   * the network's own as long as no preactivation changes its sign. Allen-Zhu, Li &amp; Liang
   * (2019), Section 6.
   *
   * @param parameters of the pseudo-network; not modified
   * @param gates the other network's: a {@link #forward} over the same inputs has been made in it;
   *     its preactivations are left
   * @return (outputs × examples); stands in the workspace, valid until the next pass
   */
  Matrix pseudo(Parameters parameters, Matrix inputs, Workspace gates);
}
