/**
 * The kernels, in {@code double}; {@code nn.lanes.floats} is made of them by the build. Plain forms
 * here, those of vectors below.
 */
package org.basin.nn.lanes.doubles;
