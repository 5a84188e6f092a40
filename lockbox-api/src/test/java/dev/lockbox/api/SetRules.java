package dev.lockbox.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockbox.api.view.PolicyJson;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.PolicySamples;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.rules.Policy;
import java.util.Set;

/** What a customer's administrators set in tests. */
final class SetRules {
  /** Carla and Dora administer. */
  static final Membership TWO_ADMINS =
      new Membership(
          "Premier",
          Samples.MEMBERSHIP.approvers(),
          Set.of(Samples.CARLA_MEMBER, Samples.DORA_MEMBER),
          Set.of());

  private SetRules() {}

  /** A policy that says something of everything. */
  static ObjectNode everyPart() {
    return json(PolicySamples.ALL);
  }

  static ObjectNode json(Policy policy) {
    return new ObjectMapper().valueToTree(PolicyJson.of(policy));
  }
}
