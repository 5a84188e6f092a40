package dev.lockbox.local.cli;

import dev.lockbox.domain.decision.Fingerprint;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.Narrowing;
import dev.lockbox.domain.signature.Proof;
import dev.lockbox.local.client.Decision;
import dev.lockbox.local.client.Decision.Demanded;
import dev.lockbox.local.client.Requests;
import dev.lockbox.local.signing.Consented;
import dev.lockbox.local.signing.KeyFile;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Signs what somebody says yes to, once it is sure that it is that and nothing else. */
record Signer(KeyFile key, TenantId tenant, Requests requests) {
  Proof sign(String request, Decision decision) throws InterruptedException {
    var payload = requests.payload(request, decision, key.key().id());
    if (!consented(request, decision).is(payload, key.key().id())) {
      throw new IllegalStateException("the API asks for a signature of something else");
    }
    return key.sign(payload);
  }

  private Consented consented(String request, Decision decision) throws InterruptedException {
    var shown = requests.one(request);
    return new Consented(
        new RequestId(tenant, request),
        new Fingerprint(shown.path("digest").asText()),
        new DecisionId(decision.decisionId()),
        Objects.requireNonNull(decision.ifVersion()),
        narrowing(decision));
  }

  private static Optional<Narrowing> narrowing(Decision decision) {
    var actions = Optional.ofNullable(decision.actions()).map(Signer::actions);
    var resources = Optional.ofNullable(decision.resources()).map(Signer::resources);
    var accessFor = Optional.ofNullable(decision.accessFor()).map(Duration::parse);
    var conditions = Optional.ofNullable(decision.conditions()).map(Demanded::toDomain);
    return actions.isEmpty() && resources.isEmpty() && accessFor.isEmpty() && conditions.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Narrowing(actions, resources, accessFor, conditions.orElse(Conditions.NONE)));
  }

  private static List<ActionName> actions(List<String> names) {
    return names.stream().map(ActionName::new).toList();
  }

  private static List<ResourceName> resources(List<String> names) {
    return names.stream().map(ResourceName::new).toList();
  }
}
