/** Asking a fit: predictions, planned models, explanations, leaderboards. */
@NullMarked
package org.eyrie.engine.ask;

import org.jspecify.annotations.NullMarked;
