/**
 * Provides kernels. Only this package knows all their implementations.
 *
 * <p>It is separate from {@code kernel} because the implementations depend on that package.
 */
package org.basin.kernel.provider;
