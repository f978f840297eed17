package org.eyrie.server;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A name stands for one thing in the whole house: who reads it need not look at the imports. */
class SimpleNamesTest {

    @Test
    void noTwoTypesHaveOneName() {
        Map<String, Long> types = House.CLASSES.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type ->
                        !type.getName().contains("$") && !type.getName().contains("-")) // made by tools, or -info
                .map(JavaClass::getSimpleName)
                .collect(groupingBy(name -> name, counting()));
        assertThat(types.entrySet().stream()
                        .filter(entry -> entry.getValue() > 1)
                        .map(Map.Entry::getKey))
                .as("names of several types")
                .isEmpty();
    }
}
