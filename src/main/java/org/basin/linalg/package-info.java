/**
 * Dense linear algebra: matrices, their products, norms, spectra, orthonormal frames and
 * precisions. Only its package {@code blas} calls jblas.
 *
 * <p>It uses {@code settings} for random streams. It does not depend on networks. A matrix is
 * stored column by column, with one example per column.
 */
package org.basin.linalg;
