/** The REST surface: HTTP and JSON outside, the use cases inside. */
@NullMarked
package org.eyrie.server.rest;

import org.jspecify.annotations.NullMarked;
