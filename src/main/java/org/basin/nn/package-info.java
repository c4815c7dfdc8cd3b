/**
 * What networks and their training are made of, as contracts: model, activation, loss, initialiser,
 * optimiser. The kinds of each stand in an inner package of its name, with their catalogue.
 *
 * <p>Plain Java. Uses {@code settings} and {@code linalg}; knows nothing of data sets, kernels,
 * trials or Spark. Matrices have one example per column, so that a layer is {@code W · X}.
 */
package org.basin.nn;
