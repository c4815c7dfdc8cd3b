/**
 * Reads sweep files: HOCON in, {@link org.basin.plan.Sweep} out. All problems of a stage are
 * reported at once. Each is one line with the file, the line, the path and what would be right.
 *
 * <p>This package is plain Java. It uses {@code settings}, {@code plan}, {@code data} and {@code
 * train}. Besides {@code engine}, it is the only package that knows typesafe-config.
 */
package org.basin.config;
