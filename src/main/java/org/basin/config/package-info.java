/**
 * Reads sweep files: it parses the HOCON of a file and makes an {@link org.basin.plan.Sweep}. It
 * reports all problems of a stage at once. Each problem is one line with the file, the line, the
 * path and what would be right.
 *
 * <p>This package does not use Spark. It uses {@code settings}, {@code plan}, {@code data} and
 * {@code train}. Only this package and {@code engine} use typesafe-config.
 */
package org.basin.config;
