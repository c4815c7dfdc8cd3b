/**
 * The kernels in {@code float}: the build makes them of {@code nn.lanes.doubles}, word by word, and
 * {@link org.basin.nn.lanes.Wide} marks what stays {@code double}.
 */
package org.basin.nn.lanes.floats;
