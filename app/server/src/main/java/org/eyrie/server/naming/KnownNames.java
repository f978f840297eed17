package org.eyrie.server.naming;

import java.util.List;
import org.eyrie.model.EyrieException;
import org.eyrie.model.LineageStore;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Nearest;
import org.eyrie.model.UnknownModelException;

/** Which models are meant by what a person wrote. */
public record KnownNames(LineageStore lineage) {

    /** Of models whose ids hold a text, more than one person can mean. */
    private static final int ENOUGH = 50;

    /** The model of that id or, where it differs in case alone, the one that must be meant; else the id as it is. */
    public ModelId meant(ModelId written) {
        if (lineage.find(written).isPresent()) {
            return written;
        }
        List<ModelId> alike = lineage.models(written.value(), null, ENOUGH).rows().stream()
                .map(Model::id)
                .toList();
        return Nearest.meant(written.value(), alike, ModelId::value).orElse(written);
    }

    /** A failure with what may have been meant, where it is of a model that is not known. */
    public EyrieException advised(EyrieException failure) {
        if (!(failure instanceof UnknownModelException unknown)
                || !unknown.suggestions().isEmpty()) {
            return failure;
        }
        List<ModelId> known =
                lineage.everything().models().stream().map(Model::id).toList();
        List<ModelId> near = Nearest.of(unknown.model().value(), known, ModelId::value);
        return near.isEmpty() ? failure : new UnknownModelException(unknown.model(), near);
    }
}
