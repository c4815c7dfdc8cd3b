/**
 * The Parquet tables: one class each, with its schema, how rows are made and how they are read.
 *
 * <p>Uses {@code plan}, {@code train}, {@code stats} and Spark SQL; starts no session and writes no
 * file. Columns are documented in {@code docs/tables.md}.
 */
package org.basin.tables;
