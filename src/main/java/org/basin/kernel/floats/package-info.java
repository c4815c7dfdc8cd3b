/**
 * The kernels in {@code float}. The build generates them from {@code kernel.doubles} word by word;
 * {@link org.basin.kernel.Wide} marks what stays {@code double}.
 */
package org.basin.kernel.floats;
