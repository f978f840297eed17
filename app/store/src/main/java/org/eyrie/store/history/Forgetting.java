package org.eyrie.store.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eyrie.model.Forgotten;
import org.eyrie.model.Forgotten.Counts;
import org.eyrie.model.ModelId;
import org.eyrie.model.UnknownModelException;
import org.eyrie.store.statement.Statement;
import org.eyrie.store.transaction.Work;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Forgets a model, within one transaction. */
public final class Forgetting {

    private static final int FACTS = 5_000;

    private final Work work;

    public Forgetting(Work work) {
        this.work = work;
    }

    /**
     * What is known of it goes, and it too unless something else speaks of it; so do bare parents of which nothing else does.
     *
     * @throws UnknownModelException if there is no such model
     */
    public Forgotten forget(ModelId model) {
        work.run(Statement.LOCK, Map.of());
        Record gone = work.first(Statement.FORGET_MODEL, Map.of("id", model.value()), row -> row)
                .orElseThrow(() -> new UnknownModelException(model));
        work.run(Statement.FORGET_KEYS, Map.of("keys", gone.get("keys").asList(Value::asString)));
        List<String> parents = gone.get("parents").asList(Value::asString);
        Forgotten sum = new Forgotten(
                new Counts(
                        0,
                        gone.get("derivations").asLong(),
                        0,
                        gone.get("scores").asLong(),
                        gone.get("recipes").asLong()),
                Counts.NONE,
                0,
                gone.get("predictions").asLong(),
                0,
                List.of(),
                false);
        Forgotten self = bare(List.of(model.value()));
        sum = sum.plus(self).plus(bare(parents));
        work.run(Statement.NEXT_VERSION, Map.of());
        return self.removed().models() > 0
                ? sum
                : sum.plus(new Forgotten(Counts.NONE, Counts.NONE, 1, 0, 0, List.of(), false));
    }

    private Forgotten bare(List<String> models) {
        Forgotten sum = Forgotten.NOTHING;
        for (int from = 0; from < models.size(); from += FACTS) {
            Map<String, Object> some = new HashMap<>();
            some.put("ids", models.subList(from, Math.min(models.size(), from + FACTS)));
            sum = sum.plus(work.first(
                            Statement.FORGET_BARE,
                            some,
                            row -> new Forgotten(
                                    new Counts(row.get("removed").asLong(), 0, 0, 0, 0),
                                    Counts.NONE,
                                    0,
                                    row.get("predictions").asLong(),
                                    0,
                                    List.of(),
                                    false))
                    .orElse(Forgotten.NOTHING));
        }
        return sum;
    }
}
