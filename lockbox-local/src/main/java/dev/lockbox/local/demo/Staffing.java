package dev.lockbox.local.demo;

import dev.lockbox.local.people.Cast;
import dev.lockbox.local.people.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The provider's side of the story: Eva reads logs, Sam leads the support, Mona manages both, and
 * Pia has said so.
 */
final class Staffing {
  /** The same whenever it is told, so that a story told again says the same. */
  private static final String ELIGIBLE_UNTIL = "2099-12-31T00:00:00Z";

  private static final String ROLES = "/v1/provider/roles";

  private final Callers api;
  private final Consumer<String> progress;

  Staffing(Callers api, Consumer<String> progress) {
    this.api = api;
    this.progress = progress;
  }

  void tell(StoryNote note) throws InterruptedException {
    api.awaitSeen(Cast.PIA, ROLES);
    define(note, "log-readers", List.of("k8s.pod.logs", "k8s.metrics.read"), null);
    define(note, "support-leads", List.of(), "SUPPORT_LEAD");
    join(note, Cast.EVA, "log-readers");
    join(note, Cast.SAM, "support-leads");
  }

  private void define(
      StoryNote note, String role, List<String> actions, @Nullable String approvesAs)
      throws InterruptedException {
    var definition = new HashMap<String, @Nullable Object>();
    definition.put("actions", actions);
    definition.put("scopes", List.of("/clusters"));
    definition.put("level", "READ");
    definition.put("accessFor", "PT8H");
    definition.put("heldFor", "P90D");
    definition.put("prerequisites", List.of());
    definition.put("approvesAs", approvesAs);
    say(
        Cast.PIA,
        "PUT",
        ROLES + "/" + role,
        Map.of("decisionId", note.id(role), "definition", definition));
  }

  private void join(StoryNote note, Person person, String role) throws InterruptedException {
    var path = "/v1/provider/engineers/" + person.id();
    say(
        Cast.PIA,
        "PUT",
        path,
        Map.of(
            "decisionId",
            note.id(person.id()),
            "description",
            Map.of(
                "eligibleUntil",
                ELIGIBLE_UNTIL,
                "workScopes",
                List.of("/clusters"),
                "manager",
                Cast.MONA.id())));
    var membership = path + "/roles/" + role;
    say(
        person,
        "POST",
        membership + "/request",
        Map.of(
            "decisionId",
            note.id(person.id() + "-asks"),
            "heldFor",
            "P90D",
            "justification",
            "it is my work"));
    say(
        Cast.MONA,
        "POST",
        membership + "/approve",
        Map.of(
            "decisionId",
            note.id(person.id() + "-joins"),
            "ifVersion",
            2,
            "reason",
            "agreed in the team"));
  }

  private void say(Person person, String method, String path, Map<String, Object> body)
      throws InterruptedException {
    var answer = api.ask(person, method, path, body);
    if (!answer.isYes()) {
      progress.accept("%s could not %s %s: %s".formatted(person.id(), method, path, answer.body()));
    }
  }
}
