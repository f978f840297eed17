package org.eyrie.server.rest;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The API's description, made at compile time, and where it is shown. */
@Hidden
@Controller
final class DescriptionController {

    private static final String FILE = "/META-INF/swagger/openapi.yml";

    private final String description;

    DescriptionController(ApplicationContext context) {
        List<Class<?>> controllers = new ArrayList<>();
        context.getBeanDefinitions(Qualifiers.byStereotype(Controller.class))
                .forEach(definition -> controllers.add(definition.getBeanType()));
        controllers.add(TakenIn.class); // its reports are sent as text where they are kept
        this.description = CompletedDescription.of(compiled(), new SentTypes(controllers));
    }

    @Get("/openapi.yml")
    @Produces("application/yaml")
    String description() {
        return description;
    }

    private static String compiled() {
        try (InputStream file = DescriptionController.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("The build left out " + FILE);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Get("/swagger-ui")
    HttpResponse<?> swagger() {
        return HttpResponse.permanentRedirect(URI.create("/swagger-ui/index.html"));
    }
}
