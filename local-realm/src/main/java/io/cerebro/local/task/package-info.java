/** Runs tasks on this machine, as Docker containers or plain processes, and checks their health. */
@NullMarked
package io.cerebro.local.task;

import org.jspecify.annotations.NullMarked;
