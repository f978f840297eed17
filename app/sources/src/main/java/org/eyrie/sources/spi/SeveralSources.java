package org.eyrie.sources.spi;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.eyrie.model.Fault;

/**
 * Sources that are imported together, one after the other: all of them or none.
 *
 * @param name what they are called together
 * @param origin where they are
 * @param parts at least one
 * @param told what a person should know of how they were found
 */
public record SeveralSources(String name, String origin, List<Source> parts, List<Fault> told) implements Source {

    public SeveralSources {
        parts = List.copyOf(parts);
        told = List.copyOf(told);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to import in " + name);
        }
    }

    /** The same with something made of each part. */
    public SeveralSources each(UnaryOperator<Source> made) {
        return new SeveralSources(name, origin, parts.stream().map(made).collect(Collectors.toList()), told);
    }

    @Override
    public void read(FactSink sink) throws IOException {
        told.forEach(each -> sink.note(Place.of(each.where()), each.reason()));
        for (Source part : parts) {
            part.read(sink);
        }
    }

    /** Only where each of them claims to name all of its models do they together. */
    @Override
    public UnknownModels unknownModels() {
        return parts.stream().allMatch(part -> part.unknownModels() == UnknownModels.ARE_REJECTED)
                ? UnknownModels.ARE_REJECTED
                : UnknownModels.BECOME_STUBS;
    }
}
