/**
 * SQL queries over named tables, restricted to what an untrusted user may ask. Allow-lists are
 * applied to the parsed query and again to the analysed query, both before anything is executed.
 * This package knows tables only by name, schema and relation. It is the only package that calls
 * Spark's parser and analyser.
 */
package org.basin.engine.query;
