/**
 * The contracts of networks and their training: model, activation, loss, initialiser, optimiser. An
 * inner package for each holds its kinds and their catalogue.
 *
 * <p>It uses {@code settings} and {@code linalg}; knows nothing of data sets, kernels, trials or
 * Spark. Matrices have one example per column, so that a layer is {@code W · X}.
 */
package org.basin.nn;
