/**
 * The Parquet tables. Each table is one class, which holds its schema and makes or reads its rows.
 *
 * <p>This package uses {@code plan}, {@code train}, {@code stats} and Spark SQL. It starts no
 * session and writes no file. The columns are documented in {@code docs/tables.md}.
 */
package org.basin.tables;
