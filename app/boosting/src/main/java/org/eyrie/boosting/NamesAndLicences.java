package org.eyrie.boosting;

import java.util.ArrayList;
import java.util.List;
import org.eyrie.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * What a problem does not know of its models.
 *
 * @param names row by row
 * @param licences row by row, null where unknown
 */
record NamesAndLicences(List<String> names, List<@Nullable String> licences) {

    static NamesAndLicences of(List<Model> models) {
        List<@Nullable String> licences = new ArrayList<>();
        models.forEach(model -> licences.add(model.traits().license()));
        return new NamesAndLicences(
                models.stream().map(model -> model.id().value()).toList(), licences);
    }
}
