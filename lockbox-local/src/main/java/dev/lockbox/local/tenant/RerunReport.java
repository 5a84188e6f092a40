package dev.lockbox.local.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rerun.Comparison;
import dev.lockbox.domain.rerun.Reception;
import dev.lockbox.domain.rerun.Reception.CustomerAsked;
import dev.lockbox.domain.rerun.Reception.Granted;
import dev.lockbox.domain.rerun.Reception.ProviderAsked;
import dev.lockbox.domain.rerun.Reception.Refused;
import dev.lockbox.domain.rerun.Reception.TurnedDown;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What other rules would change, for people and for programs.
 *
 * @param compared all past requests that were looked at, in the order of the log
 */
public record RerunReport(List<Comparison> compared) {
  public RerunReport {
    compared = List.copyOf(compared);
  }

  public List<Comparison> changed() {
    return compared.stream().filter(Comparison::isChanged).toList();
  }

  /** How many would be granted, and nobody asked, that are not now. */
  public long newlyGranted() {
    return compared.stream().filter(Comparison::isNewlyGranted).count();
  }

  /** One line that sums it up, and three for each request that would be received otherwise. */
  public String text() {
    var lines = new ArrayList<String>();
    lines.add(
        "%d of %d past requests would be received otherwise; %d granted of which somebody is asked now"
            .formatted(changed().size(), compared.size(), newlyGranted()));
    changed()
        .forEach(
            one -> {
              lines.add(
                  "%s  %s  %s".formatted(one.request().value(), one.askedAt(), one.engineer()));
              lines.add("  now       " + words(one.standing()));
              lines.add("  proposed  " + words(one.proposed()));
            });
    return String.join("\n", lines);
  }

  /** The same; times are ISO 8601. */
  public JsonNode json() {
    var report = JsonNodeFactory.instance.objectNode();
    report.put("compared", compared.size());
    report.put("newlyGranted", newlyGranted());
    var all = report.putArray("changed");
    changed()
        .forEach(
            one ->
                all.addObject()
                    .put("request", one.request().value())
                    .put("engineer", one.engineer().value())
                    .put("askedAt", one.askedAt().toString())
                    .put("now", words(one.standing()))
                    .put("proposed", words(one.proposed()))
                    .put("isNewlyGranted", one.isNewlyGranted()));
    return report;
  }

  private static String words(Reception reception) {
    return switch (reception) {
      case CustomerAsked asked ->
          "asks %s%s; %s within %s%s"
              .formatted(
                  stages(asked.stages()),
                  asked.mode() == ApproverMode.LIVE ? ", and who comes to it" : "",
                  asked.accessFor(),
                  asked.window(),
                  under(asked.conditions()));
      case ProviderAsked asked ->
          "asks the provider's own people first: %s within %s"
              .formatted(stages(asked.stages()), asked.window());
      case Granted granted ->
          "grants %s at once (%s)%s"
              .formatted(granted.accessFor(), granted.because(), under(granted.conditions()));
      case TurnedDown no -> "turns it down (%s)".formatted(no.because());
      case Refused no -> "refuses it (%s)".formatted(no.refusal());
    };
  }

  private static String stages(List<Stage> stages) {
    return stages.stream().map(RerunReport::stage).collect(Collectors.joining(", then "));
  }

  private static String stage(Stage stage) {
    var people =
        stage.approvers().stream().map(PersonId::value).sorted().collect(Collectors.joining(", "));
    var group = stage.group().map(id -> " (%s)".formatted(id)).orElse("");
    return "%d of %s%s".formatted(stage.quorum(), people, group);
  }

  private static String under(Conditions conditions) {
    if (conditions.equals(Conditions.NONE)) {
      return "";
    }
    var all = new ArrayList<String>();
    conditions.obligations().forEach(one -> all.add(one.name()));
    conditions.excluded().forEach(one -> all.add("without " + one));
    conditions.channels().ifPresent(ways -> all.add("by " + ways));
    conditions.countries().ifPresent(places -> all.add("from " + places));
    if (conditions.isSingleUse()) {
      all.add("for one use");
    }
    return "; under conditions: " + String.join(", ", all);
  }
}
