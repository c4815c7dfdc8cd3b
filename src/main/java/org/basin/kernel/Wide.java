package org.basin.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a {@code double} in {@code kernel.doubles} that stays a {@code double} in {@code
 * kernel.floats}. The build generates that package by replacing every other {@code double} by
 * {@code float}.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE_USE)
public @interface Wide {}
