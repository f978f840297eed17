package org.eyrie.llama.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItemFileTest {

    @TempDir
    private Path folder = Path.of("nowhere");

    @Test
    void itemsAreReadInTheirOrder() throws IOException {
        Path file = write("""
                \uFEFF{"task": "t", "prompt": "a=", "answer": "b", "split": "test"}\r

                {"task": "u", "prompt": "a=", "answer": "c", "level": 3}
                """);
        assertThat(ItemFile.read(file))
                .containsExactly(new BenchmarkItem("t", "a=", "b", "test"), new BenchmarkItem("u", "a=", "c", ""));
    }

    @Test
    void everyFaultIsToldWithItsLine() throws IOException {
        Path file = write("""
                {"task": "t", "prompt": "a=", "answer": "b"}
                {"task": "t", "prompt": "a=", "answer": "c"}
                {"task": "t", "prompt": "b="}
                {"task": "t", "prompt": "c=", "answer": 7}
                not JSON
                """);
        assertThatThrownBy(() -> ItemFile.read(file))
                .isInstanceOfSatisfying(UnusableItemsException.class, e -> assertThat(e.faults())
                        .containsExactly(
                                "line 2: the prompt \"a=\" of the task \"t\" stands in line 1 too: an item is known by its"
                                        + " prompt, so keep one",
                                "line 3: answer is missing",
                                "line 4: answer must be a text, not 7.0",
                                "line 5: line 1, column 1: a JSON object is expected, between braces"));
    }

    @Test
    void aLineTellsAllThatIsWrongWithItAndItsSplitWhereOnlySomeAreAskedFor() throws IOException {
        Path file = write("""
                {"task": " ", "answer": 7, "split": "foo"}
                {"task": "t", "prompt": "a=", "answer": "b", "split": "train"}
                {"task": "t", "prompt": "a=", "answer": "", "split": "test"}
                """);
        assertThatThrownBy(() -> ItemFile.read(file, List.of("develop", "test")))
                .isInstanceOfSatisfying(UnusableItemsException.class, e -> assertThat(e.faults())
                        .containsExactly(
                                "line 1: task is empty",
                                "line 1: prompt is missing",
                                "line 1: answer must be a text, not 7.0",
                                "line 1: split is \"foo\", so nobody asks it: write develop or test",
                                "line 3: answer is empty",
                                "line 3: the prompt \"a=\" of the task \"t\" stands in line 2 too: an item is known by"
                                        + " its prompt, so keep one"));
        assertThatThrownBy(() -> ItemFile.read(file))
                .isInstanceOfSatisfying(
                        UnusableItemsException.class,
                        e -> assertThat(e.faults()).hasSize(5).noneMatch(fault -> fault.contains("foo")));
    }

    @Test
    void aFileWithoutItemsIsRefused() throws IOException {
        Path file = write("\n");
        assertThatThrownBy(() -> ItemFile.read(file)).hasMessageContaining("it has no item");
        assertThatThrownBy(() -> ItemFile.read(folder.resolve("none"))).hasMessageContaining("there is no such file");
        assertThatThrownBy(() -> ItemFile.read(folder))
                .isInstanceOf(UnusableItemsException.class)
                .hasMessageContaining("it cannot be read");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("items.jsonl"), text);
    }
}
