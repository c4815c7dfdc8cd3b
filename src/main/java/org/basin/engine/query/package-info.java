/**
 * Queries in SQL over named tables, held to what a stranger may ask: an allow-list over the parsed
 * and over the analysed query, both before anything is executed. Knows tables only by name, schema
 * and relation; the room's one door to Spark's parser and analyser.
 */
package org.basin.engine.query;
