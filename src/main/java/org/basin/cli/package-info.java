/**
 * The verbs of the command line: what they read from it, what they print, and how every failure
 * becomes one line. How text is laid out stands in {@code cli.text}. The work itself is done in
 * {@code engine}.
 *
 * <p>This package may use every other package. No package uses it.
 */
package org.basin.cli;
