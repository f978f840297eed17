/** Programs written by a language model behind an OpenAI-compatible server. What it writes is parsed or refused, never run. */
@NullMarked
package org.eyrie.sources.proposing;

import org.jspecify.annotations.NullMarked;
