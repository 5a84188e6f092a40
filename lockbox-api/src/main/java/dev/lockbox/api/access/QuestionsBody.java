package dev.lockbox.api.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Several questions at once. What stands beside them holds for each that does not say it itself.
 *
 * @param evaluations the questions, at most 100; none for the one that stands beside them
 * @param options null for none
 */
@Schema(name = "AccessQuestions")
@JsonIgnoreProperties(ignoreUnknown = true)
record QuestionsBody(
    QuestionBody.@Nullable Subject subject,
    QuestionBody.@Nullable Action action,
    QuestionBody.@Nullable Resource resource,
    QuestionBody.@Nullable Context context,
    @ArraySchema(schema = @Schema(implementation = QuestionBody.class))
        @Nullable List<JsonNode> evaluations,
    @Nullable Options options) {
  private static final int EVALUATIONS_MAX = 100;

  /**
   * How they are to be answered, in the names of the specification.
   *
   * @param evaluations_semantic {@code execute_all} (when left out), {@code deny_on_first_deny} or
   *     {@code permit_on_first_permit}
   */
  @SuppressWarnings("MemberName")
  @Schema(name = "AccessOptions")
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Options(@Nullable String evaluations_semantic) {}

  /** What stands beside the questions. */
  QuestionBody defaults() {
    return new QuestionBody(subject, action, resource, context);
  }

  /**
   * Each as it came; none where there is only what stands beside them.
   *
   * @throws IllegalArgumentException when there are too many
   */
  List<JsonNode> items() {
    var items = Optional.ofNullable(evaluations).orElse(List.of());
    if (items.size() > EVALUATIONS_MAX) {
      throw new IllegalArgumentException(
          "evaluations must be at most %s".formatted(EVALUATIONS_MAX));
    }
    return items;
  }

  /**
   * When to stop.
   *
   * @throws IllegalArgumentException when it is none that is known
   */
  Semantic semantic() {
    return Optional.ofNullable(options)
        .flatMap(given -> Optional.ofNullable(given.evaluations_semantic()))
        .map(Semantic::named)
        .orElse(Semantic.EXECUTE_ALL);
  }
}
