package org.basin.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a {@code double} of {@code kernel.doubles} that is one in {@code kernel.floats} too, which
 * the build makes of it by writing {@code float} for every other.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE_USE)
public @interface Wide {}
