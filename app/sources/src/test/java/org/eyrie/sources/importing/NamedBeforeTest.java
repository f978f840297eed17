package org.eyrie.sources.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eyrie.sources.Database.file;

import java.util.List;
import org.eyrie.model.Fault;
import org.eyrie.model.ModelId;
import org.eyrie.sources.Database;
import org.eyrie.sources.adapter.AdapterSource;
import org.eyrie.sources.spi.ImportReport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A file that is imported again, with another parent than before. */
class NamedBeforeTest {

    private static final ModelId LORA = new ModelId("me/lora");

    private final Database database = new Database();

    @Test
    void aParentThatItNamedBeforeAndDoesNotNameNowIsNotedWithWhatTakesItBack() {
        assertThat(load(null).notes()).extracting(Fault::reason).noneMatch(NamedBeforeTest::isOfBefore);

        assertThat(load("acme/chat-7b").notes())
                .extracting(Fault::reason)
                .filteredOn(NamedBeforeTest::isOfBefore)
                .singleElement()
                .asString()
                .contains("local:chat-7b, adapter to me/lora", "eyrie forget --import 1 --yes and import this again");

        assertThat(load("acme/chat-8b").notes())
                .extracting(Fault::reason)
                .filteredOn(NamedBeforeTest::isOfBefore)
                .hasSize(2)
                .allSatisfy(note -> assertThat(note).contains("eyrie forget --source adapter_config.json --yes"));
    }

    @Test
    void whatItSaysFollowed() {
        load(null);
        load("acme/chat-7b");
        database.stores.history().undo(1, false);

        ImportReport again = load("acme/chat-7b");

        assertThat(again.notes()).isEmpty();
        assertThat(parents()).containsExactly("acme/chat-7b");
    }

    @Test
    void parentsThatOtherFilesNameAreNobodysBusiness() {
        database.load(
                new AdapterSource(file("other.json", "{\"base_model_name_or_path\": \"acme/base\"}"), LORA, null));

        assertThat(load("acme/chat-7b").notes()).isEmpty();
        assertThat(parents()).containsExactlyInAnyOrder("acme/base", "acme/chat-7b");
    }

    private List<String> parents() {
        return database.edges().stream().map(edge -> edge.parent().value()).toList();
    }

    private static boolean isOfBefore(String note) {
        return note.startsWith("An import before named another parent");
    }

    private ImportReport load(@Nullable String base) {
        return database.load(new NamedBefore(
                new AdapterSource(
                        file("adapter_config.json", "{\"base_model_name_or_path\": \"/m/chat-7b\"}"),
                        LORA,
                        base == null ? null : new ModelId(base)),
                database.stores));
    }
}
