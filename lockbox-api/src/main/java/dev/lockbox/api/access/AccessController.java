package dev.lockbox.api.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockbox.api.json.RecordJson;
import dev.lockbox.api.json.StrictJson;
import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.security.Caller;
import dev.lockbox.api.security.ProviderAuthority;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * OpenID's Authorization API 1.0 (AuthZEN), for gateways of the provider's. To everybody else there
 * is nothing there. A no is an answer, of status 200; other statuses say that nothing was asked.
 */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.ALL) // what is not JSON is answered as the specification wants it: with a 400
@Tag(name = "Access")
class AccessController {
  static final String EVALUATION = "/access/v1/evaluation";
  static final String EVALUATIONS = "/access/v1/evaluations";

  private final ProviderAuthority authority;
  private final DecisionPoint point;
  private final Denials denials;
  private final Elsewhere elsewhere;

  AccessController(
      ProviderAuthority authority, DecisionPoint point, Denials denials, Elsewhere elsewhere) {
    this.authority = authority;
    this.point = point;
    this.denials = denials;
    this.elsewhere = elsewhere;
  }

  @Post(EVALUATION)
  @Operation(
      operationId = "evaluateAccess",
      summary = "AuthZEN: may this engineer do this, here, now?",
      description =
          "Answered from what the log has said so far, under any grant of the engineer's; no where"
              + " nothing shows that this is up to date. Each no is taken down: the first at once,"
              + " and how often the same gateway asked the same again when its minute is over."
              + " `X-Request-ID` is given back.")
  @ApiResponse(
      responseCode = "200",
      description = "Yes or no",
      headers =
          @Header(
              name = RequestIdFilter.ID,
              description = RequestIdFilter.ABOUT,
              schema = @Schema(type = "string")),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DecisionJson.class)))
  @OrNothingAsked
  DecisionJson evaluation(
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) HttpRequest<?> request,
      @Body @RequestBody(content = @Content(schema = @Schema(implementation = QuestionBody.class)))
          byte @Nullable [] body) {
    authority.toAskForEngineers(caller);
    return understood(
        () -> answer(caller, request, RecordJson.read(json(request, body), QuestionBody.class)));
  }

  @Post(EVALUATIONS)
  @Operation(
      operationId = "evaluateAccesses",
      summary = "AuthZEN: the same of several at once",
      description =
          "At most 100. What stands beside the questions holds for each that does not say it"
              + " itself. Without any, the one that stands there is answered as by itself.")
  @ApiResponse(
      responseCode = "200",
      description = "Yes or no, to each",
      headers =
          @Header(
              name = RequestIdFilter.ID,
              description = RequestIdFilter.ABOUT,
              schema = @Schema(type = "string")),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(oneOf = {DecisionsJson.class, DecisionJson.class})))
  @OrNothingAsked
  HttpResponse<?> evaluations(
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) HttpRequest<?> request,
      @Body @RequestBody(content = @Content(schema = @Schema(implementation = QuestionsBody.class)))
          byte @Nullable [] body) {
    authority.toAskForEngineers(caller);
    return understood(
        () -> {
          var asked = RecordJson.read(json(request, body), QuestionsBody.class);
          return asked.items().isEmpty()
              ? HttpResponse.ok(answer(caller, request, asked.defaults()))
              : HttpResponse.ok(new DecisionsJson(answers(caller, request, asked)));
        });
  }

  private List<DecisionJson> answers(Caller caller, HttpRequest<?> request, QuestionsBody asked) {
    var semantic = asked.semantic();
    var answers = new ArrayList<DecisionJson>();
    for (var item : asked.items()) {
      answers.add(answerOrWhyNot(caller, request, item, asked.defaults()));
      if (semantic.endsWith(answers.getLast().decision())) {
        break;
      }
    }
    return answers;
  }

  /** One question that is none does not take the answers to the others away. */
  private DecisionJson answerOrWhyNot(
      Caller caller, HttpRequest<?> request, JsonNode item, QuestionBody defaults) {
    try {
      return answer(caller, request, RecordJson.read(item, QuestionBody.class).or(defaults));
    } catch (IllegalArgumentException garbled) {
      return DecisionJson.invalid(String.valueOf(garbled.getMessage()));
    }
  }

  private DecisionJson answer(Caller caller, HttpRequest<?> request, QuestionBody body) {
    var question = body.toDomain();
    return elsewhere
        .ask(request, question.engineer().tenant(), body)
        .orElseGet(() -> answer(caller, question));
  }

  private DecisionJson answer(Caller caller, Question question) {
    var verdict = point.decide(question);
    if (verdict instanceof Verdict.No no && no.isDenial()) {
      denials.note(caller.person(), question, no.nearest());
    }
    return DecisionJson.of(verdict);
  }

  private static JsonNode json(HttpRequest<?> request, byte @Nullable [] body) {
    if (request.getContentType().filter(MediaType.APPLICATION_JSON_TYPE::matches).isEmpty()) {
      throw new IllegalArgumentException("it must be application/json");
    }
    return StrictJson.object(body == null ? new byte[0] : body);
  }

  private static <T> T understood(Supplier<T> answer) {
    try {
      return answer.get();
    } catch (IllegalArgumentException garbled) {
      throw new ProblemException(
          Code.INVALID_REQUEST, "the body is no question: " + garbled.getMessage());
    }
  }
}
