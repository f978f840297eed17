/** The command line. Commands ask the same use cases as the service and print what they answer. */
@NullMarked
package org.eyrie.server.cli;

import org.jspecify.annotations.NullMarked;
