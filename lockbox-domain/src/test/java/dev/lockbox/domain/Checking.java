package dev.lockbox.domain;

import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Evaluations.DETAILS;
import static dev.lockbox.domain.Evaluations.FACTS;
import static dev.lockbox.domain.Evaluations.READER;

import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.evaluation.Check;
import dev.lockbox.domain.evaluation.CheckName;
import dev.lockbox.domain.evaluation.Criteria;
import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.evaluation.Evaluation;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.evaluation.Facts;
import dev.lockbox.domain.evaluation.HeldRole;
import dev.lockbox.domain.evaluation.PermissionLevel;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.Country;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.RoleId;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What comes of the provider's checks of a request. */
final class Checking {
  private Checking() {}

  static EvaluationRules requiring(Criteria criteria, CheckName... names) {
    return new EvaluationRules(Set.of(names), criteria, List.of(), Duration.ofDays(1));
  }

  static EvaluationRules criteria(
      Set<Code> reasons, Set<Code> withoutTicket, Set<Country> countries, boolean both) {
    var d = Criteria.DEFAULTS;
    return requiring(
        new Criteria(
            d.justificationCharsMin(),
            d.alternativesCharsMin(),
            reasons,
            withoutTicket,
            d.openStatuses(),
            countries,
            d.strongMethods(),
            both));
  }

  static Check.Outcome level(PermissionLevel asked) {
    return check(
            CheckName.PERMISSION_LEVEL,
            Said.nothing().level(asked).details(),
            FACTS,
            EvaluationRules.NONE)
        .outcome();
  }

  static Check.Outcome outcome(CheckName name, Facts facts) {
    return outcome(name, DETAILS, facts);
  }

  static Check.Outcome outcome(CheckName name, Details details, Facts facts) {
    return check(name, details, facts, EvaluationRules.NONE).outcome();
  }

  static Check.Outcome outcome(CheckName name, EvaluationRules rules) {
    return check(name, DETAILS, FACTS, rules).outcome();
  }

  static Check.Outcome outcome(CheckName name, Details details, EvaluationRules rules) {
    return check(name, details, FACTS, rules).outcome();
  }

  static Check.Outcome outcome(CheckName name, Said said, EvaluationRules rules) {
    return outcome(name, said.details(), rules);
  }

  static Check check(CheckName name, Details details, Facts facts, EvaluationRules rules) {
    return checks(details, facts, rules).stream()
        .filter(one -> one.name() == name)
        .findFirst()
        .orElseThrow();
  }

  static List<Check> checks(Details details, Facts facts, EvaluationRules rules) {
    return evaluation(details, facts, rules).checks();
  }

  static Evaluation evaluation(Details details, Facts facts, EvaluationRules rules) {
    var asked = (OpenRequest) open().saying(details).knowing(facts).build(0);
    return Evaluations.evaluation(asked, rules);
  }

  static HeldRole role(String id, String scope, PermissionLevel level, int hours) {
    return new HeldRole(
        new RoleId(id),
        READER.actions(),
        Set.of(new ResourceName(scope)),
        level,
        Duration.ofHours(hours),
        READER.until(),
        Set.of());
  }
}
