package org.eyrie.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class DescriptionTest extends RestTest {

    @Test
    void theDescriptionNamesEveryPath() {
        String description = get("/openapi.yml").body();
        assertThat(description)
                .contains(
                        "/api/v1/models/{id}",
                        "/api/v1/what-if",
                        "/api/v1/screening",
                        "/api/v1/next-evaluations",
                        "/api/v1/fits",
                        "/api/v1/jobs/{id}/events");
    }

    @Test
    void everyParameterIsAValueOrAListOfSuch() {
        Map<String, Object> root = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(get("/openapi.yml").body());
        CompletedDescription.map(root.get("paths")).forEach((path, operations) -> CompletedDescription.map(operations)
                .values()
                .forEach(operation -> {
                    if (CompletedDescription.map(operation).get("parameters") instanceof List<?> parameters) {
                        assertThat(parameters).as(path).allSatisfy(each -> assertThat(CompletedDescription.map(
                                                CompletedDescription.map(each).get("schema"))
                                        .get("type"))
                                .isIn("string", "integer", "number", "boolean", "array"));
                    }
                }));
    }

    @Test
    void whatMayBeWrittenInTwoWaysIsDescribedSo() {
        Map<String, Object> root = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(get("/openapi.yml").body());
        Map<String, Object> schemas = CompletedDescription.map(
                CompletedDescription.map(root.get("components")).get("schemas"));
        assertThat(String.valueOf(property(schemas, "WhatIfRequest", "parents").get("items")))
                .contains("anyOf", "type=string", "WhatIfRequest.ParentRequest");
        assertThat(property(schemas, "CandidateRequest", "parents").get("items"))
                .isEqualTo(property(schemas, "WhatIfRequest", "parents").get("items"));
        assertThat(String.valueOf(
                        property(schemas, "ScreeningRequest", "benchmarks").get("anyOf")))
                .contains("type=array", "type=object");
    }

    private static Map<String, Object> property(Map<String, Object> schemas, String schema, String name) {
        Map<String, Object> properties = CompletedDescription.map(
                CompletedDescription.map(schemas.get(schema)).get("properties"));
        return CompletedDescription.map(properties.get(name));
    }

    @Test
    void swaggerIsServedFromHereWithEverythingItLoads() {
        Answer page = get("/swagger-ui/index.html");
        assertThat(page.status()).isEqualTo(200);
        Matcher loaded = Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(page.body());
        int found = 0;
        while (loaded.find()) {
            assertThat(loaded.group(1)).doesNotContain("://");
            assertThat(get(loaded.group(1)).status()).as(loaded.group(1)).isEqualTo(200);
            found++;
        }
        assertThat(found).isGreaterThanOrEqualTo(3);
    }

    @Test
    void thePageIsServedAtTheRoot() {
        Answer page = get("/");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
    }
}
