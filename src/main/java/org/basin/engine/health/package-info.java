/**
 * Asks a Spark session whether it can train: which executors answer, and on what machines they are.
 * {@code basin doctor} tells what was found.
 */
package org.basin.engine.health;
