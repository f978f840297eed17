/**
 * What a source is and what it may say: facts and faults with their places, on their way to a sink; and how whoever
 * imports one asks for it and is told what became of it. Knows no format, and nothing of what is behind a sink.
 */
@NullMarked
package org.eyrie.sources.spi;

import org.jspecify.annotations.NullMarked;
