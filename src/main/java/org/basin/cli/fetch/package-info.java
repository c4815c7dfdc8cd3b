/**
 * How an installed archive, which has neither Maven nor Spark, gets Spark's jars. It runs before
 * there is a Spark, so it uses nothing but the JDK.
 */
package org.basin.cli.fetch;
