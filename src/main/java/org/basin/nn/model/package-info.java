/** The kinds of model. Networks of images stand in {@link org.basin.nn.image}. */
package org.basin.nn.model;
