package org.eyrie.store.development;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eyrie.model.ModelId;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.DevelopmentPlan;
import org.eyrie.model.development.SearchBudget;
import org.eyrie.model.development.SearchItem;
import org.eyrie.model.development.SearchSettings;
import org.neo4j.driver.Value;

/** A plan as statements take and give it. */
final class PlanRow {

    private PlanRow() {}

    static Map<String, Object> of(DevelopmentPlan plan) {
        SearchSettings settings = plan.settings();
        Map<String, Object> properties = new HashMap<>();
        properties.put("base", plan.base().value());
        properties.put("parents", plan.parents().stream().map(ModelId::value).toList());
        properties.put("benchmark", plan.benchmark());
        properties.put("item_tasks", plan.items().stream().map(SearchItem::task).toList());
        properties.put("item_names", plan.items().stream().map(SearchItem::name).toList());
        properties.put("seed", settings.seed());
        properties.put("policy", settings.policy());
        properties.put("proposer", settings.proposer());
        properties.put("budget_items", settings.budget().items());
        double seconds = settings.budget().seconds();
        properties.put("budget_seconds", Double.isInfinite(seconds) ? null : seconds);
        return properties;
    }

    static DevelopmentPlan read(Value development) {
        List<String> tasks = development.get("item_tasks").asList(Value::asString);
        List<String> names = development.get("item_names").asList(Value::asString);
        return new DevelopmentPlan(
                new DevelopmentId(development.get("id").asString()),
                new ModelId(development.get("base").asString()),
                development.get("parents").asList(parent -> new ModelId(parent.asString())),
                development.get("benchmark").asString(),
                IntStream.range(0, tasks.size())
                        .mapToObj(item -> new SearchItem(tasks.get(item), names.get(item)))
                        .toList(),
                new SearchSettings(
                        development.get("seed").asLong(),
                        development.get("policy").asString(),
                        development.get("proposer").asString(),
                        new SearchBudget(
                                development.get("budget_items").asLong(),
                                development.get("budget_seconds").asDouble(Double.POSITIVE_INFINITY))));
    }
}
