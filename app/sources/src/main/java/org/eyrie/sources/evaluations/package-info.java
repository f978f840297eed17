/** What readers of evaluation tools' files share: finding the files, and handing a model's scores over. */
@NullMarked
package org.eyrie.sources.evaluations;

import org.jspecify.annotations.NullMarked;
