package org.eyrie.lrmf.problem;

import java.util.Arrays;
import java.util.List;

/**
 * What models are called. Names only serve to find those that are alike, whole or by their words.
 *
 * @param name of each model, unlike all others; none at all where names are not known
 * @param licence of each model, empty where unknown
 */
public record ModelLabels(List<String> name, List<String> licence) {

    /** Of models without names. */
    public static final ModelLabels NONE = new ModelLabels(List.of(), List.of());

    public ModelLabels {
        if (name.size() != licence.size()) {
            throw new IllegalArgumentException(name.size() + " names do not fit " + licence.size() + " licences");
        }
        name = List.copyOf(name);
        licence = List.copyOf(licence);
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return name.isEmpty();
    }

    /** Those of some of the models, in the order in which they are named. */
    ModelLabels of(int[] models) {
        return isEmpty()
                ? this
                : new ModelLabels(
                        Arrays.stream(models).mapToObj(name::get).toList(),
                        Arrays.stream(models).mapToObj(licence::get).toList());
    }
}
