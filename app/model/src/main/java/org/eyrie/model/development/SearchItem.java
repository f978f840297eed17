package org.eyrie.model.development;

/**
 * An item of the development split. There is no type for those of the test split here: who chooses cannot see them.
 *
 * @param task which score it belongs to; scores of a merge are means over tasks
 * @param name what it is known by within its task, such as a hash of the question
 */
public record SearchItem(String task, String name) {

    public SearchItem {
        if (task.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("An item needs a task and a name");
        }
    }
}
