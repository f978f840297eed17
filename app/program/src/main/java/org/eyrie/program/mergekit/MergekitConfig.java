package org.eyrie.program.mergekit;

import java.util.List;
import java.util.Map;

/**
 * What mergekit is asked to do.
 *
 * @param method its name of the method
 * @param base number of the model that it calls the base: 0 is the search's base, 1 the first parent
 * @param models number of each other model, with its own parameters in order
 * @param shared parameters of all; a value is a {@link DepthSetting} or a {@link Boolean}
 */
record MergekitConfig(String method, int base, List<Input> models, Map<String, Object> shared) {

    /** A model and what is set for it. */
    record Input(int model, Map<String, DepthSetting> parameters) {}
}
