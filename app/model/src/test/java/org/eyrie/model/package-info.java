@NullMarked
package org.eyrie.model;

import org.jspecify.annotations.NullMarked;
