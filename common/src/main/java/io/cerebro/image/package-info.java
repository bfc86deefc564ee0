/** The Docker image: built, pushed, pinned by the digest that the registry answered. */
@NullMarked
package io.cerebro.image;

import org.jspecify.annotations.NullMarked;
