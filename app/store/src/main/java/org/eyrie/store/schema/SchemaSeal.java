package org.eyrie.store.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import org.eyrie.model.Sha256;
import org.eyrie.store.statement.Statement;
import org.eyrie.store.transaction.Database;

/**
 * Tells in one statement that the schema is what this program makes: then the migrations need not be gone through, which
 * takes a dozen statements. The seal is of this program's files and of the migrations that were run, so that it is broken
 * by another version of the program, an edited file, and whatever was added to or taken from what was run.
 */
final class SchemaSeal {

    private final Database database;

    SchemaSeal(Database database) {
        this.database = database;
    }

    /** Whether the schema was found complete, and nothing changed since. */
    boolean holds() {
        return database.read(work -> work.first(
                        Statement.SCHEMA_APPLIED,
                        Map.of(),
                        row -> !row.get("seal").isNull()
                                && row.get("seal")
                                        .asString()
                                        .equals(of(row.get("applied").asList(value -> value.asString()))))
                .orElse(false));
    }

    /** Writes down that it is complete. */
    void put() {
        database.change(work -> {
            List<String> applied = work.first(Statement.SCHEMA_APPLIED, Map.of(), row -> row.get("applied")
                            .asList(value -> value.asString()))
                    .orElse(List.of());
            work.run(Statement.SEAL_SCHEMA, Map.of("seal", of(applied)));
        });
    }

    private static String of(List<String> applied) {
        MessageDigest digest = Sha256.begin();
        for (URL file : new MigrationFiles().scan(List.of(MigrationFiles.LOCATION))) {
            try (InputStream content = file.openStream()) {
                digest.update(content.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        applied.forEach(each -> digest.update((each + "\n").getBytes(StandardCharsets.UTF_8)));
        return Sha256.hex(digest);
    }
}
