package org.eyrie.server.searching;

import java.nio.file.Path;
import java.util.List;

/**
 * Where the weights and items of a search lie on this machine.
 *
 * @param parents in the order of the plan
 */
public record SearchSources(Path base, List<Path> parents, Path items) {

    public SearchSources {
        base = base.toAbsolutePath().normalize();
        parents = parents.stream()
                .map(parent -> parent.toAbsolutePath().normalize())
                .toList();
        items = items.toAbsolutePath().normalize();
    }
}
