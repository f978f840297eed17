package org.eyrie.sources.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eyrie.model.Fault;
import org.junit.jupiter.api.Test;

class NoteKindTest {

    @Test
    void notesThatDifferInNamesAndNumbersAloneAreOneKind() {
        List<NoteKind> kinds = NoteKind.of(List.of(
                new Fault("a.json", "The metric \"ppl\" is no share: 12.5"),
                new Fault("b.json", "The metric \"bleu\" is no share: 33"),
                new Fault("b.json", "org/model-x is a folder"),
                new Fault("c.json", "The metric \"loss\" is no share: 1.25"),
                new Fault("d.json", "The metric \"f\" is no share: 7"),
                new Fault("e.json", "other/model_y is a folder")));
        assertThat(kinds).extracting(NoteKind::count).containsExactly(4L, 2L);
        assertThat(kinds.get(0).places()).containsExactly("a.json", "b.json", "c.json");
        assertThat(kinds.get(0))
                .hasToString("4 times, such as: The metric \"ppl\" is no share: 12.5 [a.json, b.json, c.json, ...]");
        assertThat(kinds.get(1)).hasToString("2 times, such as: org/model-x is a folder [b.json, e.json]");
    }

    @Test
    void whatSaysSomethingElseIsAnotherKindAndAloneItStandsAsItIs() {
        List<NoteKind> kinds = NoteKind.of(List.of(
                new Fault("a.csv line 3", "The column is empty"), new Fault("a.csv line 4", "The column is missing")));
        assertThat(kinds)
                .extracting(NoteKind::toString)
                .containsExactly("a.csv line 3: The column is empty", "a.csv line 4: The column is missing");
    }
}
