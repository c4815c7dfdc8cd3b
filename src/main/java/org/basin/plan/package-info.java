/**
 * What a sweep is, before anything is trained: axes, the grid (index to point by mixed radix),
 * trial specs and their content-hashed ids, selections, claims, hitting times.
 *
 * <p>Plain Java. Uses {@code settings} alone; knows nothing of networks. Everything here that a
 * task needs is {@link java.io.Serializable}.
 */
package org.basin.plan;
