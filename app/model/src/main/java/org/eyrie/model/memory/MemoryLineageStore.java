package org.eyrie.model.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eyrie.model.Derivation;
import org.eyrie.model.DerivationCursor;
import org.eyrie.model.Family;
import org.eyrie.model.LineageStore;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Neighbourhood;
import org.eyrie.model.Page;
import org.jspecify.annotations.Nullable;

final class MemoryLineageStore implements LineageStore {

    private final Graph graph;
    private final Families families;

    MemoryLineageStore(Graph graph) {
        this.graph = graph;
        this.families = new Families(graph);
    }

    @Override
    public Optional<Model> find(ModelId id) {
        synchronized (graph) {
            return Optional.ofNullable(graph.models.get(id));
        }
    }

    @Override
    public List<Model> find(Collection<ModelId> ids) {
        synchronized (graph) {
            return ids.stream()
                    .distinct()
                    .sorted()
                    .flatMap(id -> Optional.ofNullable(graph.models.get(id)).stream())
                    .toList();
        }
    }

    @Override
    public Set<ModelId> known(Collection<ModelId> ids) {
        synchronized (graph) {
            return ids.stream().filter(graph.models::containsKey).collect(Collectors.toUnmodifiableSet());
        }
    }

    @Override
    public Page<Model> models(@Nullable String search, @Nullable String cursor, int limit) {
        LineageStore.checkLimit(limit);
        synchronized (graph) {
            NavigableMap<ModelId, Model> rest =
                    cursor == null ? graph.models : graph.models.tailMap(new ModelId(cursor), false);
            String wanted = search == null ? "" : search.toLowerCase(Locale.ROOT);
            List<Model> rows = rest.values().stream()
                    .filter(model -> model.id().value().toLowerCase(Locale.ROOT).contains(wanted))
                    .limit(limit + 1L)
                    .toList();
            return Page.of(rows, limit, model -> model.id().value());
        }
    }

    @Override
    public List<Derivation> ancestry(ModelId model, int maxHops) {
        return edges(model, maxHops, id -> graph.parentsOf(id).keySet(), id -> graph.parentsOf(id).values().stream());
    }

    @Override
    public List<Derivation> parents(Collection<ModelId> models) {
        synchronized (graph) {
            return new TreeSet<>(models)
                    .stream()
                            .flatMap(child -> graph.parentsOf(child).values().stream())
                            .sorted(DerivationCursor.OF_A_GENERATION)
                            .toList();
        }
    }

    @Override
    public List<Derivation> descendants(ModelId model, int maxHops) {
        return edges(model, maxHops, graph::childrenOf, id -> graph.childrenOf(id).stream()
                .map(child -> graph.parentsOf(child).get(id)));
    }

    @Override
    public Page<Derivation> descendants(ModelId model, int maxHops, @Nullable String cursor, int limit) {
        LineageStore.checkLimit(limit);
        DerivationCursor after = cursor == null ? null : DerivationCursor.parse(cursor);
        List<List<Derivation>> generations =
                generations(model, maxHops, graph::childrenOf, id -> graph.childrenOf(id).stream()
                        .map(child -> graph.parentsOf(child).get(id)));
        List<Derivation> rows = new ArrayList<>();
        List<String> cursors = new ArrayList<>();
        for (int hops = 1; hops <= generations.size(); hops++) {
            for (Derivation edge : generations.get(hops - 1)) {
                if (after == null || after.isBefore(hops, edge)) {
                    rows.add(edge);
                    cursors.add(DerivationCursor.of(hops, edge).toString());
                }
            }
        }
        return rows.size() <= limit
                ? new Page<>(rows, null)
                : new Page<>(rows.subList(0, limit), cursors.get(limit - 1));
    }

    private List<Derivation> edges(
            ModelId model,
            int maxHops,
            Function<ModelId, Collection<ModelId>> neighbours,
            Function<ModelId, Stream<Derivation>> edgesOf) {
        return generations(model, maxHops, neighbours, edgesOf).stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<List<Derivation>> generations(
            ModelId model,
            int maxHops,
            Function<ModelId, Collection<ModelId>> neighbours,
            Function<ModelId, Stream<Derivation>> edgesOf) {
        LineageStore.checkHops(maxHops, 1);
        synchronized (graph) {
            graph.require(model);
            // The models of the last generation are reached, but their own edges are a hop too far.
            return Walk.from(model, maxHops - 1, Integer.MAX_VALUE, neighbours).byDistance().stream()
                    .map(generation -> generation.stream()
                            .flatMap(edgesOf)
                            .sorted(DerivationCursor.OF_A_GENERATION)
                            .toList())
                    .toList();
        }
    }

    @Override
    public Neighbourhood neighbourhood(ModelId model, int hops, int maxModels) {
        LineageStore.checkHops(hops, 0);
        LineageStore.checkMaxModels(maxModels);
        synchronized (graph) {
            graph.require(model);
            Walk walk = Walk.from(model, hops, maxModels, this::relatives);
            Set<ModelId> within = walk.distances().keySet();
            List<Model> models = within.stream().map(this::model).toList();
            List<Derivation> derivations = new TreeSet<>(within)
                    .stream()
                            .flatMap(child -> graph.parentsOf(child).values().stream())
                            .filter(edge -> within.contains(edge.parent()))
                            .toList();
            return new Neighbourhood(models, derivations, walk.truncated());
        }
    }

    @Override
    public Neighbourhood everything() {
        synchronized (graph) {
            return new Neighbourhood(List.copyOf(graph.models.values()), graph.derivations(), false);
        }
    }

    @Override
    public List<ModelId> siblings(ModelId model) {
        synchronized (graph) {
            graph.require(model);
            TreeSet<ModelId> siblings = new TreeSet<>();
            graph.parentsOf(model).keySet().forEach(parent -> siblings.addAll(graph.childrenOf(parent)));
            siblings.remove(model);
            return List.copyOf(siblings);
        }
    }

    @Override
    public Page<ModelId> siblings(ModelId model, @Nullable String cursor, int limit) {
        LineageStore.checkLimit(limit);
        List<ModelId> rest = siblings(model).stream()
                .filter(sibling -> cursor == null || sibling.compareTo(new ModelId(cursor)) > 0)
                .toList();
        return Page.of(rest, limit, ModelId::value);
    }

    @Override
    public List<ModelId> lowestCommonAncestors(ModelId one, ModelId other) {
        synchronized (graph) {
            graph.require(one);
            graph.require(other);
            Set<ModelId> common = new TreeSet<>(ancestorsOrSelf(one));
            common.retainAll(ancestorsOrSelf(other));
            // A common ancestor's descendant on the way to another one is common too, so looking at children will do.
            return common.stream()
                    .filter(ancestor -> graph.childrenOf(ancestor).stream().noneMatch(common::contains))
                    .toList();
        }
    }

    @Override
    public Page<Family> families(@Nullable String cursor, int limit) {
        LineageStore.checkLimit(limit);
        synchronized (graph) {
            return families.page(cursor, limit);
        }
    }

    private Set<ModelId> ancestorsOrSelf(ModelId model) {
        return Walk.everywhere(model, id -> graph.parentsOf(id).keySet())
                .distances()
                .keySet();
    }

    private Collection<ModelId> relatives(ModelId model) {
        Set<ModelId> relatives = new TreeSet<>(graph.childrenOf(model));
        relatives.addAll(graph.parentsOf(model).keySet());
        return relatives;
    }

    private Model model(ModelId id) {
        return java.util.Objects.requireNonNull(graph.models.get(id));
    }
}
