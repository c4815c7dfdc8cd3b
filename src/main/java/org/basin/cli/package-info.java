/**
 * The verbs a researcher types: what they read from the command line, what they print, and how
 * every failure becomes one line. The work itself is in {@code engine}.
 *
 * <p>May use every room; none uses it.
 */
package org.basin.cli;
