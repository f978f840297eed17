/** Tokens for those who use the service over the network. */
@NullMarked
package org.eyrie.server.cli.token;

import org.jspecify.annotations.NullMarked;
