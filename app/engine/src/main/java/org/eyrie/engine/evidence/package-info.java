/** What is known around a model: who was measured on what, and plain averages of it. */
@NullMarked
package org.eyrie.engine.evidence;

import org.jspecify.annotations.NullMarked;
