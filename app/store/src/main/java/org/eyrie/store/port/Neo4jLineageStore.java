package org.eyrie.store.port;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eyrie.model.Derivation;
import org.eyrie.model.DerivationCursor;
import org.eyrie.model.Family;
import org.eyrie.model.FamilyCursor;
import org.eyrie.model.LineageStore;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Neighbourhood;
import org.eyrie.model.Page;
import org.eyrie.store.row.DerivationRow;
import org.eyrie.store.row.ModelRow;
import org.eyrie.store.statement.Statement;
import org.eyrie.store.transaction.Database;
import org.jspecify.annotations.Nullable;

public final class Neo4jLineageStore implements LineageStore {

    private final Database database;

    /** So that the next page need not count all over again. */
    private volatile @Nullable CountedFamilies counted;

    public Neo4jLineageStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Model> find(ModelId id) {
        return database.read(
                work -> work.first(Statement.MODELS_BY_ID, Map.of("ids", List.of(id.value())), ModelRow::read));
    }

    @Override
    public List<Model> find(Collection<ModelId> ids) {
        List<String> values = ids.stream().map(ModelId::value).toList();
        return database.read(work -> work.list(Statement.MODELS_BY_ID, Map.of("ids", values), ModelRow::read));
    }

    @Override
    public Set<ModelId> known(Collection<ModelId> ids) {
        List<String> values = ids.stream().map(ModelId::value).toList();
        return database.read(
                work -> Set.copyOf(work.list(Statement.KNOWN_MODELS, Map.of("ids", values), ModelRow::id)));
    }

    @Override
    public Page<Model> models(@Nullable String search, @Nullable String cursor, int limit) {
        LineageStore.checkLimit(limit);
        Map<String, Object> parameters = Map.of(
                "search", search == null ? "" : search, "after", cursor == null ? "" : cursor, "limit", limit + 1L);
        List<Model> rows = database.read(work -> work.list(Statement.MODELS_PAGE, parameters, ModelRow::read));
        return Page.of(rows, limit, model -> model.id().value());
    }

    @Override
    public List<Derivation> ancestry(ModelId model, int maxHops) {
        return edges(Statement.ANCESTRY, model, maxHops);
    }

    @Override
    public List<Derivation> parents(Collection<ModelId> models) {
        List<String> ids = models.stream().map(ModelId::value).toList();
        return new Stretches(database).read(ids, Statement.PARENTS_OF, DerivationRow::read);
    }

    @Override
    public List<Derivation> descendants(ModelId model, int maxHops) {
        return edges(Statement.DESCENDANTS, model, maxHops);
    }

    @Override
    public Page<Derivation> descendants(ModelId model, int maxHops, @Nullable String cursor, int limit) {
        LineageStore.checkHops(maxHops, 1);
        LineageStore.checkLimit(limit);
        DerivationCursor after = cursor == null ? null : DerivationCursor.parse(cursor);
        return database.read(work -> {
            new Known(work).require(model);
            return new DescendantPages(work).page(model, maxHops, after, limit);
        });
    }

    @Override
    public Neighbourhood neighbourhood(ModelId model, int hops, int maxModels) {
        LineageStore.checkHops(hops, 0);
        LineageStore.checkMaxModels(maxModels);
        return database.read(work -> {
            new Known(work).require(model);
            return new NeighbourhoodWalk(work).from(model, hops, maxModels);
        });
    }

    @Override
    public Neighbourhood everything() {
        Stretches stretches = new Stretches(database);
        if (!stretches.areNeeded()) {
            return database.read(work -> new Neighbourhood(
                    work.list(Statement.ALL_MODELS, Map.of(), ModelRow::read),
                    work.list(Statement.ALL_DERIVATIONS, Map.of(), DerivationRow::read),
                    false));
        }
        List<Model> models = stretches.read(Statement.ALL_MODELS, Statement.MODELS_BY_ID, ModelRow::read);
        Set<ModelId> known = models.stream().map(Model::id).collect(Collectors.toSet());
        List<Derivation> derivations =
                stretches.read(Statement.ALL_DERIVATIONS, Statement.PARENTS_OF, DerivationRow::read);
        derivations.removeIf(edge -> !known.contains(edge.child()) || !known.contains(edge.parent()));
        return new Neighbourhood(models, derivations, false);
    }

    @Override
    public List<ModelId> siblings(ModelId model) {
        return database.read(work -> {
            new Known(work).require(model);
            return work.list(Statement.SIBLINGS, Map.of("modelId", model.value()), ModelRow::id);
        });
    }

    @Override
    public Page<ModelId> siblings(ModelId model, @Nullable String cursor, int limit) {
        LineageStore.checkLimit(limit);
        return database.read(work -> {
            new Known(work).require(model);
            List<String> parents =
                    work.list(Statement.PARENTS_OF, Map.of("ids", List.of(model.value())), row -> row.get("parent")
                            .asString());
            // Among the first ones may be the model itself, and the one where the last part ended.
            List<ModelId> siblings = Children.of(work, parents).first(cursor == null ? "" : cursor, limit + 3L).stream()
                    .map(Derivation::child)
                    .distinct()
                    .filter(sibling ->
                            !sibling.equals(model) && !sibling.value().equals(cursor))
                    .toList();
            return Page.of(siblings, limit, ModelId::value);
        });
    }

    @Override
    public List<ModelId> lowestCommonAncestors(ModelId one, ModelId other) {
        return database.read(work -> {
            new Known(work).requireModels(List.of(one, other));
            return work.list(
                    Statement.LOWEST_COMMON_ANCESTORS,
                    Map.of("oneId", one.value(), "otherId", other.value()),
                    ModelRow::id);
        });
    }

    @Override
    public Page<Family> families(@Nullable String cursor, int limit) {
        LineageStore.checkLimit(limit);
        FamilyCursor after = cursor == null ? null : FamilyCursor.parse(cursor);
        return database.read(work -> {
            CountedFamilies families = counted;
            long version = work.first(Statement.VERSION, Map.of(), row -> row.get("version")
                            .asLong())
                    .orElse(0L);
            if (families == null || families.version() != version) {
                families = CountedFamilies.of(version, work);
                counted = families;
            }
            return families.page(work, after, limit);
        });
    }

    private List<Derivation> edges(Statement statement, ModelId model, int maxHops) {
        LineageStore.checkHops(maxHops, 1);
        return database.read(work -> {
            List<Derivation> edges =
                    work.list(statement, Map.of("modelId", model.value(), "maxHops", maxHops), DerivationRow::read);
            if (edges.isEmpty()) {
                new Known(work).require(model);
            }
            return edges;
        });
    }
}
