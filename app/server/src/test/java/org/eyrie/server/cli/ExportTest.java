package org.eyrie.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eyrie.server.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportTest extends CommandLineTest {

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void aBillOfMaterialsHasTheModelItsAncestorsAndItsPredictions() {
        fit();
        Run run = eyrie("export", "cyclonedx", "--model", Sample.MIX);
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode bom = run.json();
        assertThat(bom.get("specVersion").asText()).isEqualTo("1.6");
        assertThat(bom.get("components").findValuesAsText("bom-ref"))
                .containsExactlyInAnyOrder(Sample.MIX, Sample.A, Sample.B, Sample.BASE);
        JsonNode mix = bom.get("components").get(0);
        assertThat(mix.at("/pedigree/ancestors").findValuesAsText("name")).contains("a-7b", "b-7b");
        assertThat(mix.findValue("confidenceInterval").get("lowerBound").asText())
                .isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"cypher, MERGE", "graphml, <graphml", "cyclonedx, CycloneDX"})
    void everythingIsExportedToAFileOrToStandardOutput(String format, String mark) throws Exception {
        assertThat(eyrie("export", format).out()).contains(mark, Sample.LONER);
        Path file = folder.resolve("graph");
        Run run = eyrie("export", format, "--out", file.toString(), "--json");
        assertThat(run.json().get("models").asInt()).isEqualTo(6);
        assertThat(Files.readString(file)).contains(mark, Sample.LONER);
    }

    @Test
    void tablesCanBeImportedAgainAndChangeNothing() {
        assertThat(eyrie("export", "csv", "--out", folder.toString()).exitCode())
                .isZero();
        Run again = eyrie(
                "import",
                "leaderboard",
                "--models",
                folder.resolve("models.csv").toString(),
                "--edges",
                folder.resolve("edges.csv").toString(),
                "--scores",
                folder.resolve("scores.csv").toString(),
                "--json");
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.json().at("/written/models/created").asInt()).isZero();
        assertThat(again.json().at("/written/models/changed").asInt()).isZero();
        assertThat(again.json().at("/written/evaluations/unchanged").asInt()).isEqualTo(5);
    }

    @Test
    void aModelThatIsNotThereIsToldByItsName() {
        Run run = eyrie("export", "cyclonedx", "--model", "no/body");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("no/body");
    }
}
