package dev.lockbox.api.command;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.domain.SessionCommand.AuthoriseAction;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.gateway.CommandLine;
import dev.lockbox.domain.gateway.Deed;
import dev.lockbox.domain.gateway.Witness;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.domain.identity.TenantId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an engineer is about to do.
 *
 * @param decisionId the gateway's own id of this attempt, 1 to 64 characters; the same again is the
 *     same attempt, and has the same answer
 * @param engineer their id
 * @param request whose grant it is under
 * @param session it is to be done in; null where there is none, and the answer is no
 * @param action as requests ask for it, for example {@code k8s.pod.logs}
 * @param resource it is to be done to
 * @param command what was typed: its verb; null where nothing was
 * @param parameters what was typed: by their names; null for none
 * @param arguments with what it is to be done, by the names that requests ask for them; null for
 *     none
 */
@Schema(name = "Intention")
record IntentionBody(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String decisionId,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String engineer,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String request,
    @Nullable String session,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String action,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String resource,
    @Nullable String command,
    @Nullable Map<String, String> parameters,
    @Nullable Map<String, String> arguments) {

  /**
   * @throws ProblemException INVALID_REQUEST for what no gateway can ask for
   */
  static IntentionBody parse(byte[] body) {
    var parsed = SettingsBody.parse(body, IntentionBody.class);
    if (parsed.command == null && !orNone(parsed.parameters).isEmpty()
        || hasNothing(parsed.parameters)
        || hasNothing(parsed.arguments)) {
      throw new ProblemException(
          Code.INVALID_REQUEST,
          "arguments and parameters are texts, and parameters of a command that must be there");
    }
    return parsed;
  }

  /**
   * @throws ProblemException INVALID_REQUEST for what cannot be an id or is out of bounds
   */
  AuthoriseAction toDomain(TenantId customer, PersonId gateway) {
    var by = new Attempt(gateway, SettingsBody.id(decisionId));
    try {
      var person = new PersonId(engineer);
      return new AuthoriseAction(
          new EngineerId(customer, person),
          by,
          Optional.of(new RequestId(customer, request)),
          Optional.ofNullable(session).map(SessionId::new),
          new Deed(
              Witness.GATEWAY,
              new ActionName(action),
              new ResourceName(resource),
              false,
              Optional.ofNullable(command).map(verb -> line(verb, person)),
              0,
              Optional.empty(),
              told(arguments, dev.lockbox.domain.identity.Code::new, person)));
    } catch (IllegalArgumentException notTaken) {
      throw new ProblemException(Code.INVALID_REQUEST, String.valueOf(notTaken.getMessage()));
    }
  }

  private CommandLine line(String verb, PersonId person) {
    return new CommandLine(verb, told(parameters, name -> name, person));
  }

  private static <K extends Comparable<K>> Map<K, PersonalText> told(
      @Nullable Map<String, String> given, Function<String, K> key, PersonId person) {
    var told = new TreeMap<K, PersonalText>();
    orNone(given)
        .forEach((name, value) -> told.put(key.apply(name), new PersonalText(person, value)));
    return told;
  }

  private static boolean hasNothing(@Nullable Map<String, String> given) {
    return orNone(given).values().stream().anyMatch(Objects::isNull);
  }

  private static Map<String, String> orNone(@Nullable Map<String, String> given) {
    return Optional.ofNullable(given).orElse(Map.of());
  }
}
