/** The realms as they are configured in Jenkins, and the credentials that belong to them. */
@NullMarked
package io.jenkins.plugins.cerebro.realm;

import org.jspecify.annotations.NullMarked;
