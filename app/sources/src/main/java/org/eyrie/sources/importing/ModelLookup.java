package org.eyrie.sources.importing;

import java.util.Collection;
import java.util.List;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;

/** Where what is known of models is looked up. */
@FunctionalInterface
interface ModelLookup {

    /** Those of the models that are known, each once. */
    List<Model> find(Collection<ModelId> ids);
}
