/** Asking a fit: predictions, planned models, explanations, leaderboards. */
@NullMarked
package org.eyrie.server.predict;

import org.jspecify.annotations.NullMarked;
