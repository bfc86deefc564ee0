/** The pipeline steps, each with its fields and nothing else. */
@NullMarked
package io.jenkins.plugins.cerebro;

import org.jspecify.annotations.NullMarked;
