/**
 * How any component says what it takes: keys and their schema, settings, the catalogue of named
 * kinds, expressions, random streams, and files as inputs.
 *
 * <p>Plain Java. Uses no other room; every other room may use it. It does not know what a sweep is.
 */
package org.basin.settings;
