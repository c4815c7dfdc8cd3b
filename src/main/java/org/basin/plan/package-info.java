/**
 * What a sweep is before anything is trained: axes, the grid (index to point by mixed radix), trial
 * specs and their content-hashed ids, selections, claims and hitting times.
 *
 * <p>This package is plain Java. It uses only {@code settings} and knows nothing of networks.
 * Everything that a Spark task needs is {@link java.io.Serializable}.
 */
package org.basin.plan;
