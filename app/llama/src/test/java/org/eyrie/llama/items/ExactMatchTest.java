package org.eyrie.llama.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eyrie.llama.files.ModelFolder;
import org.eyrie.llama.forward.LlamaModel;
import org.junit.jupiter.api.Test;

class ExactMatchTest {

    private static final ModelFolder FOLDER = ModelFolder.read(Path.of("src/test/resources/shapes/plain"));

    @Test
    void itemsOfAllLengthsKeepTheirPlaces() {
        List<BenchmarkItem> items = new ArrayList<>();
        for (String prompt : List.of("a", "bc", "abc", "hg", "d", "ffa")) {
            for (String answer : List.of("a", "c", "e", "h", "ab", "hh")) {
                items.add(new BenchmarkItem("t", prompt, answer, ""));
            }
        }
        LlamaModel model = FOLDER.model();
        boolean[] together = new ExactMatch("items", items, FOLDER).solvedBy(model);
        assertThat(together).contains(false);
        for (int i = 0; i < together.length; i++) {
            assertThat(new ExactMatch("item", List.of(items.get(i)), FOLDER).solvedBy(model))
                    .containsExactly(together[i]);
        }
    }

    @Test
    void whatTheModelCannotReadIsToldItemByItem() {
        List<BenchmarkItem> items = List.of(
                new BenchmarkItem("t", "a", "b", ""),
                new BenchmarkItem("t", "a7", "b", ""),
                new BenchmarkItem("t", "a", "b", ""),
                new BenchmarkItem("u", "abcdefgh".repeat(3), "b", ""));
        assertThatThrownBy(() -> new ExactMatch("mine.jsonl", items, FOLDER))
                .isInstanceOfSatisfying(UnusableItemsException.class, e -> {
                    assertThat(e.source()).isEqualTo("mine.jsonl");
                    assertThat(e.faults())
                            .containsExactly(
                                    "the item \"a7\" of the task \"t\": \"7\" of \"a7\" is no token of this model",
                                    "the item \"" + "abcdefgh".repeat(3) + "\" of the task \"u\": prompt and answer are"
                                            + " 25 tokens, and the model has 24 positions");
                });
    }
}
