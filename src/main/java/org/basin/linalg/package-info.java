/**
 * Dense linear algebra: matrices, products (the one door to jblas), norms, spectra, orthonormal
 * frames, precisions.
 *
 * <p>Uses {@code settings} for random streams; knows nothing of networks. A matrix is stored column
 * by column, with one example per column.
 */
package org.basin.linalg;
