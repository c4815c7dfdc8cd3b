/**
 * Basin's own SQL functions, beside those of Spark: intervals of counts and means, and statistics
 * of a group's rows. They compute what the room {@code stats} does, and know no table.
 */
package org.basin.engine.query.functions;
