package org.eyrie.task;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final List<String> heard = new ArrayList<>();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final Progress progress =
            Progress.of((step, done, total) -> heard.add(step + " " + done + "/" + total), cancelled::get);

    @Test
    void aCheckEndsNothingButWhatWasCancelled() {
        assertThatCode(progress::check).doesNotThrowAnyException();

        cancelled.set(true);

        assertThatThrownBy(progress::check).isInstanceOf(CancelledException.class);
    }

    @Test
    void aPartFillsItsShareOfTheWhole() {
        progress.part("second", 0.5, 1).at("sweep 1", 1, 2);

        assertThat(heard).containsExactly("second, sweep 1 750000/1000000");
    }

    @Test
    void aPartOfAPartFillsItsShareOfThat() {
        progress.part("second", 0.5, 1).part("first", 0, 0.5).at("", 1, 1);

        assertThat(heard).containsExactly("second, first 750000/1000000");
    }

    @Test
    void aPartThatCannotTellHowMuchThereIsStandsAtItsStart() {
        progress.part("second", 0.5, 1).at("reading", 7, 0);

        assertThat(heard).containsExactly("second, reading 500000/1000000");
    }

    @Test
    void whoeverListensAPartEndsWithTheWhole() {
        Progress part = progress.part("second", 0.5, 1).heardBy((step, done, total) -> {});
        assertThat(part.cancelled()).isFalse();

        cancelled.set(true);

        assertThat(part.cancelled()).isTrue();
    }

    @Test
    void nobodyIsKnown() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.eyrie.task..", "java..", "org.jspecify..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.eyrie.task"));
    }
}
