/**
 * What a sweep is, before anything is trained: keys and their schema, settings, axes, the grid
 * (index to point by mixed radix), trial specs and their content-hashed ids, random streams, and
 * the catalogue of named components.
 *
 * <p>Plain Java. Uses no other room; every other room may use it. Everything here that a task needs
 * is {@link java.io.Serializable}.
 */
package org.basin.plan;
