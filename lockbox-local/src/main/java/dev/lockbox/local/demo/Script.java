package dev.lockbox.local.demo;

import static dev.lockbox.local.people.Cast.ANNA;
import static dev.lockbox.local.people.Cast.BEN;
import static dev.lockbox.local.people.Cast.CONTOSO;
import static dev.lockbox.local.people.Cast.FABRIKAM;
import static dev.lockbox.local.people.Cast.FEMI;

import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.local.demo.Scene.Turn;
import dev.lockbox.local.demo.Scene.Turn.Decides;
import dev.lockbox.local.demo.Scene.Turn.Resolved;
import dev.lockbox.local.demo.Scene.Turn.Withdrawn;
import dev.lockbox.local.demo.Scene.Verb;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The story: a request in every state that can be had without waiting. One that expires needs a
 * window of seconds, which is the processor's setting and not the story's.
 */
final class Script {
  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  private Script() {}

  static List<Scene> scenes() {
    return List.of(
        scene("waiting", CONTOSO, "etcd reports a slow disk on one member; reading its logs"),
        scene(
            "active",
            CONTOSO,
            "pods of the payment service restart every few minutes; reading their events",
            new Decides(ANNA, Verb.APPROVE, "agreed in the incident call")),
        scene(
            "denied",
            CONTOSO,
            "would like to see how the cluster is set up",
            new Decides(BEN, Verb.DENY, "there is no incident")),
        scene("withdrawn", CONTOSO, "certificate about to expire; checking it", new Withdrawn()),
        scene("cancelled", CONTOSO, "ingress answers 502; reading its logs", new Resolved()),
        scene(
            "revoked",
            CONTOSO,
            "backup fails; reading the operator's logs",
            new Decides(ANNA, Verb.APPROVE, "go ahead"),
            new Decides(BEN, Verb.REVOKE, "backup works again, access no longer needed")),
        moment(
            "ended",
            CONTOSO,
            "one look at a node's kernel log",
            new Decides(ANNA, Verb.APPROVE, "one look is fine")),
        scene("waiting-too", FABRIKAM, "scheduler is overloaded; reading its metrics"),
        scene(
            "active-too",
            FABRIKAM,
            "upgrade is stuck on one node; reading its state",
            new Decides(FEMI, Verb.APPROVE, "please fix it")));
  }

  private static Scene scene(String name, TenantId tenant, String need, Turn... turns) {
    return new Scene(name, tenant, need, Optional.empty(), List.of(turns));
  }

  private static Scene moment(String name, TenantId tenant, String need, Turn... turns) {
    return new Scene(name, tenant, need, Optional.of(A_MOMENT), List.of(turns));
  }
}
