/**
 * The Spark jobs: run a sweep, derive its tables, ask for its state, query it.
 *
 * <p>The one room, besides {@code tables}, that knows Spark. It sets no master, memory or
 * serializer: those are the submitter's. Only {@code report} and {@code cli} use it.
 */
package org.basin.engine;
