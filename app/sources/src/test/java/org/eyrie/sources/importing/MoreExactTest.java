package org.eyrie.sources.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.eyrie.model.Fault;
import org.eyrie.model.ModelId;
import org.eyrie.model.Traits;
import org.eyrie.sources.Database;
import org.eyrie.sources.leaderboard.LeaderboardFiles;
import org.eyrie.sources.spi.ImportReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoreExactTest {

    private final Database database = new Database();

    @ParameterizedTest
    @CsvSource({
        "7, 7.242, true",
        "7.2, 7.242, true",
        "7.24, 7.242, true",
        "8, 7.62, true",
        "7, 7.62, true",
        "70, 68.98, false",
        "7.242, 7, false",
        "13, 7.242, false",
        "7.242, 7.242, false",
        "7.3, 7.242, false",
        "7, 7, false"
    })
    void aRoundingIsANumberWithFewerDigits(double said, double known, boolean rounding) {
        assertThat(MoreExact.isRounding(said, known)).isEqualTo(rounding);
    }

    @Test
    void anotherSourcesTraitsChangeNothingThatIsMoreExactAndConflictsAreReported() {
        load("acme/a,MistralForCausalLM,7.242,chat,apache-2.0\nacme/b,LlamaForCausalLM,8.03,merge,mit\nacme/c,,,,\n");
        ImportReport report = load(
                "acme/a,MistralForCausalLM,7,fine-tuned,other\nacme/b,,13,merge,mit\nacme/c,GemmaForCausalLM,9,chat,\n");

        assertThat(traits("acme/a").parametersBillions()).isEqualTo(7.242);
        assertThat(traits("acme/a").license()).isEqualTo("apache-2.0");
        assertThat(traits("acme/a").type()).isEqualTo("fine-tuned");
        assertThat(traits("acme/b").parametersBillions()).isEqualTo(13);
        assertThat(traits("acme/c").parametersBillions()).isEqualTo(9);
        assertThat(report.notes())
                .extracting(Fault::reason)
                .containsExactly(
                        "license stays where it is known more exactly (1 of the models), such as acme/a: apache-2.0, not"
                                + " other",
                        "parameters_billions is replaced (1 of the models), such as acme/b: 13.0, before 8.03",
                        "parameters_billions stays where it is known more exactly (1 of the models), such as acme/a:"
                                + " 7.242, not 7.0",
                        "type is replaced (1 of the models), such as acme/a: fine-tuned, before chat");
    }

    @Test
    void theSameAgainIsNoConflict() {
        load("acme/a,MistralForCausalLM,7.242,chat,other\n");
        assertThat(load("acme/a,MistralForCausalLM,7.242,chat,other\n").notes()).isEmpty();
    }

    private ImportReport load(String rows) {
        return database.load(new LeaderboardFiles(
                Database.file("models.csv", "model,architecture,parameters_billions,type,license\n" + rows),
                null,
                null));
    }

    private Traits traits(String model) {
        return database.stores.lineage().find(new ModelId(model)).orElseThrow().traits();
    }
}
