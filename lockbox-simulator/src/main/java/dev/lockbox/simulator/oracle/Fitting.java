package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.Asked;
import dev.lockbox.domain.decision.Refusal;
import java.util.Map;
import java.util.Optional;

/**
 * Whether what is asked for can be asked for at all. Not the catalogue's rules, only its answers to
 * the few names that anybody asks for here, written down by hand from docs/resources.md.
 */
final class Fitting {
  private static final Map<String, Refusal> MISFITS =
      Map.of(
          "/nowhere/at-all", Refusal.UNSUPPORTED_RESOURCE_TYPE,
          "/classic/vm-1", Refusal.UNSUPPORTED_DEPLOYMENT_MODEL,
          "/gateways/tsg-1", Refusal.NOT_GRANTABLE,
          "/clusters/aro1/ns/default", Refusal.ACTION_NOT_ALLOWED_HERE,
          "/clusters/aro1/ns/openshift-etcd/kinds/pods", Refusal.UNSUPPORTED_ACTION);

  private Fitting() {}

  /** Why it cannot; empty when it can. */
  static Optional<Refusal> misfit(Asked asked) {
    return asked.resources().stream()
        .flatMap(resource -> Optional.ofNullable(MISFITS.get(resource.value())).stream())
        .findFirst();
  }
}
