/** Realms as Bamboo's administrators write them, and how they and their credentials come from the server to the agent. */
@NullMarked
package io.cerebro.bamboo.realm;

import org.jspecify.annotations.NullMarked;
