package org.eyrie.sources.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cyclonedx.Version;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.parsers.JsonParser;
import org.eyrie.model.Derivation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Relation;
import org.eyrie.model.Traits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BillTest {

    private static final String COMMIT = "ABCDEF0123456789abcdef0123456789abcdef01";

    @Test
    void scannersFindModelsAndTheirAncestorsByPackageUrl() throws Exception {
        Bom bill = bill(
                List.of(model("lab/owl", COMMIT, null), model("lab/owl-chat", "v2", null), model("owl", null, null)),
                List.of(new Derivation(
                        new ModelId("lab/owl-chat"), new ModelId("lab/owl"), Relation.FINETUNE, null, null)));

        assertThat(bill.getComponents())
                .extracting(component -> component.getPurl() + " " + component.getVersion())
                .containsExactly(
                        "pkg:huggingface/lab/owl@abcdef0123456789abcdef0123456789abcdef01 " + COMMIT,
                        "pkg:huggingface/lab/owl-chat v2",
                        "null null");
        Component ancestor = bill.getComponents()
                .get(1)
                .getPedigree()
                .getAncestors()
                .getComponents()
                .get(0);
        assertThat(ancestor.getPurl())
                .isEqualTo("pkg:huggingface/lab/owl@" + COMMIT.toLowerCase(java.util.Locale.ROOT));
        assertThat(ancestor.getVersion()).isEqualTo(COMMIT);
    }

    @Test
    void namesThatAreNoneOfTheHubHaveNoPackageUrl() throws Exception {
        Bom bill = bill(
                List.of(
                        model("local:checkpoint-9", COMMIT, null),
                        model("models:/owl/3", null, null),
                        model("lab/Eule \"7B\" <ß>", COMMIT, null),
                        model("lab/a/b", null, null)),
                List.of());

        assertThat(bill.getComponents())
                .allSatisfy(component -> assertThat(component.getPurl()).isNull());
    }

    @Test
    void theDocumentSaysWhichItIsAndWhoMadeIt() throws Exception {
        Bom bill = bill(List.of(model("lab/owl", null, null)), List.of());

        assertThat(bill.getSerialNumber()).isEqualTo("urn:uuid:00000000-0000-0001-0000-000000000002");
        assertThat(bill.getMetadata().getToolChoice().getComponents())
                .extracting(Component::getName)
                .containsExactly("eyrie");
    }

    @Test
    void licencesHaveTheirIdentifierWhereSpdxHasOne() throws Exception {
        Bom bill = bill(
                List.of(
                        model("a", null, "apache-2.0"),
                        model("b", null, "Apache License 2.0"),
                        model("c", null, "cc-by-nc-4.0"),
                        model("d", null, "llama3"),
                        model("e", null, "MIT & more <see file>")),
                List.of());

        assertThat(bill.getComponents())
                .extracting(component -> component.getLicenses().getLicenses().get(0))
                .extracting(licence -> licence.getId() + " " + licence.getName())
                .containsExactly(
                        "Apache-2.0 null",
                        "Apache-2.0 null",
                        "CC-BY-NC-4.0 null",
                        "null llama3",
                        "null MIT & more <see file>");
    }

    @Test
    void everyIdentifierIsOneOfSpdx() throws Exception {
        bill(SpdxLicence.all().map(id -> model("lab/" + id, null, id)).toList(), List.of());
        assertThat(SpdxLicence.all())
                .allMatch(id -> SpdxLicence.id(id).orElseThrow().equals(id));
    }

    private static Model model(String id, @Nullable String revision, @Nullable String licence) {
        return new Model(new ModelId(id), new Traits(null, null, null, null, null, null, null, licence), revision);
    }

    private static Bom bill(List<Model> models, List<Derivation> edges) throws Exception {
        StringWriter out = new StringWriter();
        CycloneDxExport.write(
                new GraphExport(models, edges, List.of(), List.of(), List.of(), List.of(), Map.of()),
                out,
                Instant.EPOCH,
                new UUID(1, 2));
        byte[] bytes = out.toString().getBytes(StandardCharsets.UTF_8);
        assertThat(new JsonParser().validate(bytes, Version.VERSION_16)).isEmpty();
        return new JsonParser().parse(bytes);
    }
}
