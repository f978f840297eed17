package org.eyrie.sources.mlflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.eyrie.model.ModelId;
import org.eyrie.sources.conventions.ModelPaths;
import org.eyrie.sources.conventions.NamedModel;
import org.eyrie.sources.spi.Text;
import org.jspecify.annotations.Nullable;

/** What versions of a registry are called where one of them is meant: addresses, aliases, stages, names alone. */
final class VersionNames {

    private static final String SCHEME = "models:/";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Set<String> STAGES = Set.of("production", "staging", "archived", "none");

    private final Map<String, String> aliases;
    private final Map<String, List<ModelVersion>> versions = new HashMap<>();
    private final Map<String, ModelVersion> origins = new HashMap<>();

    /** @param aliases {@code models:/name@alias} to {@code models:/name/version} */
    VersionNames(Map<String, String> aliases, List<ModelVersion> all) {
        this.aliases = aliases;
        for (ModelVersion version : all) {
            versions.computeIfAbsent(version.name(), key -> new ArrayList<>()).add(version);
            if (version.source() != null) {
                origins.putIfAbsent(version.source(), version);
            }
        }
        versions.values().forEach(each -> each.sort(Comparator.comparingLong(VersionNames::number)));
    }

    /**
     * The model that is meant.
     *
     * @param model with the revision that was said
     * @param note what a person should know of how it was found, or null
     */
    record Meant(NamedModel model, @Nullable String note) {

        private static Meant version(ModelId id, @Nullable String note) {
            return new Meant(new NamedModel(id, null), note);
        }

        ModelId id() {
            return model.id();
        }
    }

    /**
     * Finds the model that a version names as its parent.
     *
     * @throws IllegalArgumentException if no model can have that name, or nobody knows the alias
     */
    Meant meant(String text, ModelVersion child) {
        String name = text.strip().replaceAll("(?<=.)/+$", "");
        if (name.startsWith(SCHEME)) {
            return registered(name.substring(SCHEME.length()), name, child);
        }
        String model = name.replaceFirst("[/@][^/@]*$", "");
        boolean version = !model.equals(name) && versions.containsKey(model);
        if (version && (hasVersion(model, name.substring(model.length() + 1)) || aliases.containsKey(SCHEME + name))) {
            return registered(name, SCHEME + name, child);
        }
        if (versions.containsKey(name)) {
            return newest(name, name, any -> true, child);
        }
        ModelVersion origin = origins.get(name);
        return origin == null ? new Meant(ModelPaths.read(name), null) : Meant.version(origin.id(), null);
    }

    private Meant registered(String name, String address, ModelVersion child) {
        if (name.contains("@")) {
            String version = aliases.get(address);
            if (version == null) {
                throw new IllegalArgumentException("is an alias that the registry does not know");
            }
            return Meant.version(new ModelId(version), null);
        }
        int slash = name.lastIndexOf('/');
        String which = slash < 0 ? "" : name.substring(slash + 1);
        if (slash < 0) {
            ModelVersion origin = origins.get(address);
            return origin != null ? Meant.version(origin.id(), null) : newest(name, address, any -> true, child);
        }
        String model = name.substring(0, slash);
        if (which.equalsIgnoreCase("latest")) {
            return newest(model, address, any -> true, child);
        }
        return STAGES.contains(which.toLowerCase(Locale.ROOT))
                ? newest(model, address, each -> which.equalsIgnoreCase(each.stage()), child)
                : Meant.version(new ModelId(address), null);
    }

    // Of the model itself the one before is meant: a version cannot come from itself.
    private Meant newest(String model, String text, Predicate<ModelVersion> wanted, ModelVersion child) {
        ModelVersion newest = null;
        for (ModelVersion each : versions.getOrDefault(model, List.of())) {
            boolean before = !each.name().equals(child.name()) || number(each) < number(child);
            newest = before && wanted.test(each) ? each : newest;
        }
        if (newest == null) {
            throw new IllegalArgumentException("names no version that the registry has");
        }
        return Meant.version(
                newest.id(),
                "The parent " + Text.quoted(text) + " says no version: the newest, " + newest.id() + ", is taken");
    }

    private boolean hasVersion(String model, String version) {
        return versions.getOrDefault(model, List.of()).stream()
                .anyMatch(each -> each.version().equals(version));
    }

    private static long number(ModelVersion version) {
        return NUMBER.matcher(version.version()).matches() ? Long.parseLong(version.version()) : 0;
    }
}
