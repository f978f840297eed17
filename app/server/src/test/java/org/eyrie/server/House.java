package org.eyrie.server;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The main code of all modules, and what they say of themselves. */
final class House {

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.eyrie");

    private House() {}

    /** Of our modules those that say which packages are for others. */
    static List<ModuleDescriptor> modules() {
        List<ModuleDescriptor> modules = new ArrayList<>();
        try {
            for (URL place : Collections.list(House.class.getClassLoader().getResources("module-info.class"))) {
                try (InputStream file = place.openStream()) {
                    modules.add(ModuleDescriptor.read(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        modules.removeIf(module -> !module.name().startsWith("org.eyrie."));
        return modules;
    }
}
