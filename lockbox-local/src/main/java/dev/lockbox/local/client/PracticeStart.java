package dev.lockbox.local.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the body says with which practice is started.
 *
 * @param decisionId the caller's own id of it; the same again counts once
 * @param accessFor for how long, ISO 8601; null: as long as the customer usually grants
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PracticeStart(
    String decisionId, List<String> actions, List<String> resources, @Nullable String accessFor) {}
