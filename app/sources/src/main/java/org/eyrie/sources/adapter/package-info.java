/** Adapters of PEFT. */
@NullMarked
package org.eyrie.sources.adapter;

import org.jspecify.annotations.NullMarked;
