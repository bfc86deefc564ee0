/** The page on which an administrator of Bamboo writes the realms: a plugin of its own, without which the tasks work as well. */
@NullMarked
package io.cerebro.bamboo.admin;

import org.jspecify.annotations.NullMarked;
