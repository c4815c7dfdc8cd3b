/**
 * Sweep files: HOCON in, {@link org.basin.plan.Sweep} out, with every error of a stage told at
 * once, each in one line with file, line, path, and what would be right.
 *
 * <p>Plain Java. Uses {@code plan}, {@code nn}, {@code data} and {@code train}; the only room that
 * knows typesafe-config.
 */
package org.basin.config;
