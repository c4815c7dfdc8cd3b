/**
 * Networks and how they learn: models, activations, losses, initialisers, optimisers, step-size
 * schedules, and the matrix kernels (the one door to jblas).
 *
 * <p>Plain Java. Uses {@code plan}; knows nothing of data sets, trials or Spark. Matrices are
 * column by column with one example per column, so a layer is {@code W · X}.
 */
package org.basin.nn;
