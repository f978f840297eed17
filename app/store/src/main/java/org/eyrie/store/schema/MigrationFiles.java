package org.eyrie.store.schema;

import ac.simons.neo4j.migrations.core.ClasspathResourceScanner;
import java.net.URL;
import java.util.List;
import java.util.Objects;

/** The files under {@code migrations/}, named one by one: looking for them through every jar takes a second or two. */
final class MigrationFiles implements ClasspathResourceScanner {

    /** What a jar holds cannot be listed everywhere; a test keeps this equal to the folder. */
    static final List<String> NAMES = List.of(
            "V0001__Model_id_is_unique.cypher",
            "V0002__Benchmark_id_is_unique.cypher",
            "V0003__Fit_id_is_unique.cypher",
            "V0004__Ledger_name_is_unique.cypher",
            "V0005__Predictions_are_found_by_their_fit.cypher",
            "V0006__There_is_a_ledger_of_facts.cypher",
            "V0007__A_model_has_one_recipe.cypher",
            "V0008__Item_key_is_unique.cypher",
            "V0009__Import_number_is_unique.cypher",
            "V0010__Import_run_is_unique.cypher",
            "V0011__What_was_before_is_found_by_its_fact.cypher",
            "V0012__What_was_before_is_found_by_the_import_that_changed_it.cypher",
            "V0013__Development_id_is_unique.cypher",
            "V0014__Algorithm_id_is_unique.cypher",
            "V0015__Candidate_key_is_unique.cypher",
            "V0016__Run_key_is_unique.cypher",
            "V0017__A_place_has_one_proposal.cypher",
            "V0018__Job_id_is_unique.cypher",
            "V0019__Request_key_is_unique.cypher");

    /** Where they lie, as Neo4j-Migrations names places. */
    static final String LOCATION = "classpath:org/eyrie/store/migrations";

    @Override
    public List<URL> scan(List<String> locations) {
        return NAMES.stream()
                .map(name -> Objects.requireNonNull(
                        MigrationFiles.class.getResource("/org/eyrie/store/migrations/" + name), name))
                .toList();
    }
}
