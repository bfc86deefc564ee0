/** The page that shows what runs in the realms, and scales it. */
@NullMarked
package io.jenkins.plugins.cerebro.page;

import org.jspecify.annotations.NullMarked;
