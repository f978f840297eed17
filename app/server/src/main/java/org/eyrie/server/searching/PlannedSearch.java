package org.eyrie.server.searching;

import org.eyrie.model.development.DevelopmentPlan;

/**
 * A search that can begin.
 *
 * @param sources where its weights and items lie
 */
public record PlannedSearch(DevelopmentPlan plan, SearchSources sources) {}
