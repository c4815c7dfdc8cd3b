/**
 * The kernels, in {@code double}; {@code kernel.floats} is made of them by the build. Plain forms
 * here, those of vectors below.
 */
package org.basin.kernel.doubles;
