/** YAML and JSON files whose every value knows its line and column, so that an error can point at it. */
@NullMarked
package io.cerebro.document;

import org.jspecify.annotations.NullMarked;
