/**
 * The kernels in {@code double}, from which the build generates {@code kernel.floats}. This package
 * has the implementations in plain Java; its inner package has those with SIMD vectors.
 */
package org.basin.kernel.doubles;
