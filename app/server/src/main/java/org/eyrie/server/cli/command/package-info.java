/** What every command is given and does: context, options, database, Ctrl-C, output. */
@NullMarked
package org.eyrie.server.cli.command;

import org.jspecify.annotations.NullMarked;
