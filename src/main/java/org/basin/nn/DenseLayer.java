package org.basin.nn;

/**
 * A layer z = Wa + b, or z = (I + W)a + b.
 *
 * @param inputs ≥ 1
 * @param outputs ≥ 1
 * @param weight index of the tensor W (outputs × inputs); −1 where W is all ones, and fixed
 * @param bias index of the tensor b; −1 where there is none
 * @param skip whether I is added to W, which is square then
 */
public record DenseLayer(
    int inputs,
    int outputs,
    int weight,
    int bias,
    boolean trainsWeight,
    boolean trainsBias,
    boolean skip) {

  public boolean isTrained() {
    return trainsWeight || trainsBias;
  }
}
