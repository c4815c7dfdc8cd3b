/**
 * The kernels in {@code float}: the build makes them of {@code kernel.doubles}, word by word, and
 * {@link org.basin.kernel.Wide} marks what stays {@code double}.
 */
package org.basin.kernel.floats;
