package dev.lockbox.api.access;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * An access evaluations response.
 *
 * @param evaluations in the order of the questions; fewer where it was asked to stop before
 */
@Introspected
@Schema(name = "AccessDecisions")
record DecisionsJson(List<DecisionJson> evaluations) {}
