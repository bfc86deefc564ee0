/** Cerebro in Jenkins: pipeline steps, a build step, global configuration and the page of a release. */
@NullMarked
package io.jenkins.plugins.cerebro;

import org.jspecify.annotations.NullMarked;
