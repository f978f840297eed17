@NullMarked
package org.eyrie.server.rest;

import org.jspecify.annotations.NullMarked;
