/** Bills of materials of machine learning models, CycloneDX as JSON. */
@NullMarked
package org.eyrie.sources.cyclonedx;

import org.jspecify.annotations.NullMarked;
