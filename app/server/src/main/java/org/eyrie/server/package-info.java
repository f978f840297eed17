/** The program: command line, service, page, and the wiring between the modules. */
@NullMarked
package org.eyrie.server;

import org.jspecify.annotations.NullMarked;
