/** Merges evaluated by a command, such as lm-evaluation-harness, that is given a folder and items and leaves results. */
@NullMarked
package org.eyrie.server.developing.command;

import org.jspecify.annotations.NullMarked;
