/** Cerebro in Jenkins: pipeline steps, a build step, global configuration and the page of a release. */
package io.jenkins.plugins.cerebro;
