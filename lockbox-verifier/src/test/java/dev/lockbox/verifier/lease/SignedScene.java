package dev.lockbox.verifier.lease;

import static dev.lockbox.verifier.lease.Approver.base64Url;
import static dev.lockbox.verifier.lease.Scene.ALLOWED;
import static dev.lockbox.verifier.lease.Scene.TARGET;
import static dev.lockbox.verifier.lease.Words.bytes;
import static dev.lockbox.verifier.lease.Words.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.verifier.lease.Approver.Claim;
import dev.lockbox.verifier.lease.Received.Held;
import dev.lockbox.verifier.lease.Received.Rejected;
import dev.lockbox.verifier.signature.ApproverKey;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Leases of the lockbox's own, which tell who signed, and what becomes of them. */
final class SignedScene {
  private SignedScene() {}

  static Demand demand(int people, ApproverKey... pinned) {
    return new Demand(Approvers.of(List.of(pinned)), people);
  }

  static Claim yes(Approver approver) {
    return yes(approver, read());
  }

  static Claim yes(Approver approver, List<String> read) {
    return approver.yes(bytes(Words.yes(approver, read)));
  }

  /** What comes of a lease of the lockbox's own that says so. */
  static Received taken(Demand demand, String signed) {
    return taken(demand, signed, "", "");
  }

  static Received taken(Demand demand, String signed, String part, String otherwise) {
    var scene = new Scene(trust -> trust.demanding("contoso", demand));
    var asking = scene.leases.ask();
    var claims = scene.claims(asking.nonce());
    assertThat(claims).contains(part);
    var all = claims.replace(part, otherwise);
    var lease = all.substring(0, all.lastIndexOf('}')) + signed + "}";
    var received = scene.leases.take(asking, scene.signer.sign(lease));
    var opens =
        Stream.of(ALLOWED, "k8s.pod.exec")
            .map(action -> scene.ask("eva", action, TARGET, Keeping.NOTHING))
            .anyMatch(Clearance.Open.class::isInstance);
    assertThat(opens).as("%s opens", received).isEqualTo(received instanceof Held);
    return received;
  }

  static String signed(List<String> read, Claim... yeses) {
    return telling(List.of(read), yeses);
  }

  static String telling(List<List<String>> read, Claim... yeses) {
    return ",\"signed\":[%s],\"digested\":[%s]"
        .formatted(
            Arrays.stream(yeses).map(Claim::json).collect(Collectors.joining(",")),
            read.stream()
                .map(one -> "\"" + base64Url(bytes(one)) + "\"")
                .collect(Collectors.joining(",")));
  }

  static void held(Demand demand, String signed) {
    assertThat(taken(demand, signed)).isInstanceOf(Held.class);
  }

  static void rejected(Demand demand, String signed, Rejection why) {
    assertThat(taken(demand, signed)).isEqualTo(new Rejected(why));
  }
}
