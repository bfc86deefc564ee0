/** Cerebro in Jenkins. */
@NullMarked
package io.jenkins.plugins.cerebro;

import org.jspecify.annotations.NullMarked;
