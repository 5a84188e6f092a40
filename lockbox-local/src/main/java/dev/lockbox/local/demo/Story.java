package dev.lockbox.local.demo;

import dev.lockbox.domain.Asked;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.identity.Ticket;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.signing.SigningKey;
import dev.lockbox.local.demo.Scene.Turn;
import dev.lockbox.local.demo.Scene.Turn.Decides;
import dev.lockbox.local.demo.Scene.Turn.Resolved;
import dev.lockbox.local.demo.Scene.Turn.Withdrawn;
import dev.lockbox.local.intake.JitService;
import dev.lockbox.local.issuer.Tokens;
import dev.lockbox.local.people.Cast;
import dev.lockbox.local.people.Person;
import dev.lockbox.local.tenant.Applied;
import dev.lockbox.local.tenant.Applied.Changed;
import dev.lockbox.local.tenant.Applied.Refused;
import dev.lockbox.local.tenant.Applied.Unchanged;
import dev.lockbox.local.tenant.Applied.Undecided;
import dev.lockbox.local.tenant.TenantApply;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells the demo's story once for a data directory. Broken off, it starts over with the same ids
 * and changes nothing that happened already.
 */
public final class Story {
  private static final PersonId OPERATOR = new PersonId("demo-operator");
  private static final Duration SEEN_WITHIN = Duration.ofSeconds(60);

  private final Map<String, Object> kafka;
  private final Formats formats;
  private final Optional<SigningKey> key;
  private final Callers api;
  private final Consumer<String> progress;

  /**
   * @param kafka settings of any Kafka client
   * @param key by which its JIT service signs; empty where nobody need sign
   * @param progress told what cannot be told of the story, and why
   */
  public Story(
      Map<String, Object> kafka,
      Formats formats,
      Optional<SigningKey> key,
      URI api,
      Tokens tokens,
      Consumer<String> progress) {
    this.kafka = kafka;
    this.formats = formats;
    this.key = key;
    this.api = new Callers(api, tokens);
    this.progress = progress;
  }

  /** Notes that there is one to tell, so that a start broken off before it is told is made good. */
  public static void promise(Path file) {
    StoryNote.keptIn(file);
  }

  /** Tells it unless {@code file} says that it was told before. */
  public void tellOnce(Path file) throws InterruptedException {
    var note = StoryNote.keptIn(file);
    if (note.told()) {
      return;
    }
    progress.accept("telling a story, so that there is something to look at");
    for (var tenant : Cast.tenants()) {
      register(tenant);
    }
    new Staffing(api, progress).tell(note);
    try (var jit = new JitService(kafka, formats, key)) {
      tell(note, jit);
    }
    note.ended().writtenTo(file);
  }

  private void register(TenantId tenant) throws InterruptedException {
    var apply = new TenantApply(kafka, formats, OPERATOR, SEEN_WITHIN);
    Applied applied = apply.apply(tenant, Cast.membership(tenant), Optional.empty());
    switch (applied) {
      case Unchanged alreadySo -> {}
      case Changed done -> {}
      case Refused no -> progress.accept("tenant %s: %s".formatted(tenant, no.why().detail()));
      case Undecided unknown ->
          throw new IllegalStateException(
              "nobody decided on tenant %s within %s".formatted(tenant, unknown.waited()));
    }
  }

  private void tell(StoryNote note, JitService jit) throws InterruptedException {
    var scenes = Script.scenes();
    for (var scene : scenes) {
      jit.ask(request(note, scene), asked(scene));
    }
    for (var scene : scenes) {
      api.awaitSeen(readerOf(scene.tenant()), Callers.path(request(note, scene)));
      for (var turn : scene.turns()) {
        take(turn, note, scene, jit);
      }
    }
  }

  private void take(Turn turn, StoryNote note, Scene scene, JitService jit)
      throws InterruptedException {
    var request = request(note, scene);
    switch (turn) {
      case Decides decides -> decide(decides, request, note);
      case Withdrawn withdrawn -> jit.withdraw(request, engineer());
      case Resolved resolved -> jit.resolveTicket(request);
    }
  }

  private void decide(Decides turn, RequestId request, StoryNote note) throws InterruptedException {
    var verb = turn.verb().path();
    Map<String, Object> body =
        Map.of(
            "decisionId", note.id(request.value() + verb),
            "reason", turn.reason(),
            "ifVersion", api.version(turn.person(), request));
    var answer = api.ask(turn.person(), "POST", Callers.path(request) + "/" + verb, body);
    if (!answer.isYes()) {
      progress.accept(
          "%s could not %s %s: %s".formatted(turn.person().id(), verb, request, answer.body()));
    }
  }

  private static Person readerOf(TenantId tenant) {
    return Cast.all().stream()
        .filter(person -> person.tenant().equals(Optional.of(tenant)))
        .findFirst()
        .orElseThrow();
  }

  private static RequestId request(StoryNote note, Scene scene) {
    return new RequestId(scene.tenant(), note.id(scene.name()));
  }

  private static Asked asked(Scene scene) {
    return new Asked(
        engineer(),
        new PersonalText(engineer(), scene.need()),
        Optional.of(new Ticket("servicedesk", "SD-" + scene.name(), Optional.empty())),
        List.of(new ActionName("k8s.pod.logs"), new ActionName("k8s.metrics.read")),
        List.of(new ResourceName("/clusters/%s-1/ns/openshift-etcd".formatted(scene.tenant()))),
        scene.accessFor());
  }

  private static PersonId engineer() {
    return new PersonId(Cast.EVA.id());
  }
}
