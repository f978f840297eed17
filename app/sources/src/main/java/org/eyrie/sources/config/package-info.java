/** The configuration of a model's network. */
@NullMarked
package org.eyrie.sources.config;

import org.jspecify.annotations.NullMarked;
