package org.eyrie.server.rest;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;

/** Where the API begins, and its head in the description. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Eyrie",
                        version = "1",
                        description =
                                "Predicts benchmark scores of language models from their lineage. Ids of models contain"
                                        + " slashes: URL-encode them in a path, or use the form with the query parameter id."
                                        + " Errors are application/problem+json (RFC 9457) and list every fault. Lists page"
                                        + " by cursor; the Link header points to the next page.",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")))
final class Api {

    static final String V1 = "/api/v1";

    /** How many models one request may name. */
    static final int MOST_MODELS = 1_000;

    /** How many benchmarks one request may name. */
    static final int MOST_BENCHMARKS = 200;

    private Api() {}
}
