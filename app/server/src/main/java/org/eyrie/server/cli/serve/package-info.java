/** The service, until it is told to end. */
@NullMarked
package org.eyrie.server.cli.serve;

import org.jspecify.annotations.NullMarked;
