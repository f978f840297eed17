package org.eyrie.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eyrie.model.contract.Samples.model;
import static org.eyrie.model.contract.Samples.models;

import java.util.List;
import java.util.stream.Collectors;
import org.eyrie.model.Facts;
import org.eyrie.model.Model;
import org.eyrie.model.Recipe;
import org.eyrie.model.WriteSummary;
import org.eyrie.model.WriteSummary.Counts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How merges were made, word for word. */
public abstract class RecipeContract extends PortsContract {

    private static final String YAML = "# kept: comments, \"quotes\", 'too' and $rows\nmerge_method: slerp\n";

    @Test
    void aRecipeComesBackWordForWordAndItsModelIsThere() {
        WriteSummary summary = write(recipe("slerp", YAML, "mergekit_config.yml"));
        assertThat(summary.recipes()).isEqualTo(new Counts(1, 0, 0));
        assertThat(summary.models()).isEqualTo(new Counts(1, 0, 0));
        assertThat(recipes.recipe(model("a/mix"))).contains(recipe("slerp", YAML, "mergekit_config.yml"));
        assertThat(lineage.find(model("a/mix"))).contains(Model.stub(model("a/mix")));
    }

    @Test
    void writingItAgainChangesNothing() {
        write(recipe("slerp", YAML, null));
        long version = facts.version();
        assertThat(write(recipe("slerp", YAML, null)).recipes()).isEqualTo(new Counts(0, 1, 0));
        assertThat(facts.version()).isEqualTo(version);
    }

    @Test
    void aSecondRecipeReplacesTheFirstWhole() {
        write(recipe("slerp", YAML, "README.md"));
        assertThat(write(recipe("ties", YAML, null)).recipes()).isEqualTo(new Counts(0, 0, 1));
        assertThat(recipes.recipe(model("a/mix"))).contains(recipe("ties", YAML, null));
    }

    @Test
    void ofRecipesThatStandTwiceInOneCallTheLastOneWins() {
        assertThat(write(recipe("slerp", YAML, null), recipe("ties", YAML, null))
                        .recipes())
                .isEqualTo(new Counts(1, 0, 0));
        assertThat(recipes.recipe(model("a/mix"))).contains(recipe("ties", YAML, null));
    }

    @Test
    void whatWasNotMergedHasNone() {
        facts.write(Facts.models(List.of(Model.stub(model("a/base")))));
        assertThat(recipes.recipe(model("a/base"))).isEmpty();
        assertThat(recipes.recipe(model("nobody/knows"))).isEmpty();
    }

    @Test
    void recipesOfManyComeByModelEachOnce() {
        Recipe other = new Recipe(model("a/alloy"), "ties", YAML, "uniform", null);
        write(recipe("slerp", YAML, null), other);
        facts.write(Facts.models(List.of(Model.stub(model("a/base")))));
        assertThat(recipes.recipes(models("a/mix", "a/base", "nobody/knows", "a/alloy", "a/mix")))
                .containsExactly(other, recipe("slerp", YAML, null));
        assertThat(recipes.recipes(List.of())).isEmpty();
        assertThat(recipes.methods(models("a/mix", "a/base", "nobody/knows", "a/alloy", "a/mix")))
                .isEqualTo(recipes.recipes(models("a/mix", "a/alloy")).stream()
                        .collect(Collectors.toMap(Recipe::model, Recipe::method)))
                .hasSize(2);
        assertThat(recipes.methods(List.of())).isEmpty();
    }

    private WriteSummary write(Recipe... written) {
        return facts.write(Facts.recipes(List.of(written)));
    }

    private static Recipe recipe(String method, String text, @Nullable String source) {
        return new Recipe(model("a/mix"), method, text, "weights are normalised", source);
    }
}
