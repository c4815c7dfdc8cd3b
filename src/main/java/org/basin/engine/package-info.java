/**
 * The Spark jobs: they run a sweep, derive its tables, tell its state and query its tables.
 *
 * <p>Besides {@code tables}, this is the only package that knows Spark. It sets no master, memory
 * or serializer: the submitter sets them. Only {@code cli} uses this package.
 */
package org.basin.engine;
