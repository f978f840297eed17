/** The command line: the one command that holds all others, and how failures end. */
@NullMarked
package org.eyrie.server.cli;

import org.jspecify.annotations.NullMarked;
