/** Summaries of OpenCompass. */
@NullMarked
package org.eyrie.sources.opencompass;

import org.jspecify.annotations.NullMarked;
