/** One image of one service travelling through one realm, phase by phase. Never waits, never sleeps. */
@NullMarked
package io.cerebro.release;

import org.jspecify.annotations.NullMarked;
