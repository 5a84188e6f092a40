package dev.lockbox.notifier.channel;

import dev.lockbox.domain.ApproverKeyEvent;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.TenantEvent.ApproversReplaced;
import dev.lockbox.domain.TenantEvent.IssuersChanged;
import dev.lockbox.domain.TenantEvent.MembersReplaced;
import dev.lockbox.domain.TenantEvent.PlanChanged;
import dev.lockbox.domain.TenantEvent.SettingsChanged;
import dev.lockbox.domain.TenantEvent.SettingsProposed;
import dev.lockbox.domain.TenantEvent.TenantRegistered;
import dev.lockbox.domain.identity.Issuer;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.notifier.channel.Page.Fact;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a letter says when a customer's rules are changed. */
final class TenantWording {
  private TenantWording() {}

  static Page page(TenantEvent event, URI link, String footer) {
    return new Page(
        "[%s] Rules of the lockbox: %s".formatted(event.tenant(), happened(event)),
        headline(event),
        facts(event),
        link,
        footer,
        Optional.empty());
  }

  private static String happened(TenantEvent event) {
    return switch (event) {
      case TenantRegistered registered -> "taken in";
      case ApproversReplaced replaced -> "other approvers";
      case MembersReplaced replaced -> "who approves, administers and audits";
      case PlanChanged changed -> "another plan";
      case IssuersChanged changed -> "where its people sign in";
      case SettingsProposed proposed -> "a change waits for a second administrator";
      case SettingsChanged changed when isOff(changed.settings()) -> "nothing is behind it";
      case SettingsChanged changed -> "changed";
      case ApproverKeyEvent keys -> KeyWording.happened(keys);
    };
  }

  private static String headline(TenantEvent event) {
    var actor = Shown.id(event.by().actor().value());
    return switch (event) {
      case TenantRegistered registered -> "%s took this customer in.".formatted(actor);
      case ApproversReplaced replaced ->
          "%s named other approvers. They decide on requests from now on.".formatted(actor);
      case MembersReplaced replaced ->
          "%s named anew who approves, administers and audits. Whoever is not named here does so no"
                  .formatted(actor)
              + " more.";
      case PlanChanged changed ->
          "%s put this customer on another plan. What is behind the lockbox stays there."
              .formatted(actor);
      case IssuersChanged changed when changed.issuers().isEmpty() ->
          "%s said of no issuer that it speaks for this customer's people. The provider's settings say where they sign in."
              .formatted(actor);
      case IssuersChanged changed ->
          "%s said which issuers speak for this customer's people. Whoever signed in elsewhere is signed out."
              .formatted(actor);
      case SettingsProposed proposed ->
          "%s proposed other rules. They hold once another administrator agrees.".formatted(actor);
      case SettingsChanged changed when isOff(changed.settings()) ->
          "%s set other rules: nothing is behind the lockbox. Whoever asks for access has it, and"
                  .formatted(actor)
              + " nobody is asked.";
      case SettingsChanged changed ->
          "%s set other rules. They hold for requests from now on.".formatted(actor);
      case ApproverKeyEvent keys -> KeyWording.headline(keys);
    };
  }

  private static boolean isOff(Settings settings) {
    return settings.enrolment().scope() == Enrolment.Scope.NOTHING;
  }

  private static List<Fact> facts(TenantEvent event) {
    var facts = new ArrayList<Fact>();
    facts.add(Fact.of("Customer", event.tenant().value()));
    switch (event) {
      case TenantRegistered registered -> {}
      case ApproversReplaced replaced -> facts.add(people("Approvers", replaced.approvers()));
      case MembersReplaced replaced -> {
        facts.add(people("Approvers", replaced.approvers()));
        facts.add(people("Admins", replaced.admins()));
        facts.add(people("Auditors", replaced.auditors()));
      }
      case PlanChanged changed -> facts.add(Fact.of("Plan", Shown.id(changed.plan())));
      case IssuersChanged changed -> facts.add(issuers(changed.issuers()));
      case SettingsProposed proposed -> facts.add(behind(proposed.settings()));
      case SettingsChanged changed -> {
        facts.add(behind(changed.settings()));
        changed
            .proposedBy()
            .ifPresent(by -> facts.add(Fact.of("Proposed by", Shown.id(by.value()))));
      }
      case ApproverKeyEvent keys -> facts.addAll(KeyWording.facts(keys));
    }
    facts.add(Fact.of("Happened at", Times.shown(event.at())));
    return facts;
  }

  private static Fact issuers(Set<Issuer> issuers) {
    return issuers.isEmpty()
        ? Fact.of("Issuers", "none named")
        : new Fact("Issuers", issuers.stream().map(one -> Shown.id(one.url())).sorted().toList());
  }

  private static Fact people(String name, Set<Member> members) {
    return members.isEmpty()
        ? Fact.of(name, "nobody")
        : new Fact(
            name,
            members.stream().map(member -> Shown.id(member.person().value())).sorted().toList());
  }

  private static Fact behind(Settings settings) {
    var enrolment = settings.enrolment();
    return switch (enrolment.scope()) {
      case NOTHING -> Fact.of("Covers", "nothing");
      case TENANT -> Fact.of("Covers", "everything");
      case SUBSCRIPTIONS ->
          new Fact(
              "Covers",
              enrolment.subscriptions().stream()
                  .map(one -> Shown.id(one.value()))
                  .sorted()
                  .toList());
    };
  }
}
