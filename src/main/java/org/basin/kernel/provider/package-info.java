/**
 * Where kernels are had from: the one place that knows all their forms.
 *
 * <p>Apart from {@code kernel}, on which the forms themselves depend.
 */
package org.basin.kernel.provider;
