/** What Jenkins shows: the releases of a build, and what runs in the realms. */
@NullMarked
package io.jenkins.plugins.cerebro.page;

import org.jspecify.annotations.NullMarked;
