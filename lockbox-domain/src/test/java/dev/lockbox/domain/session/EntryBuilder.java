package dev.lockbox.domain.session;

import dev.lockbox.domain.gateway.Channel;
import dev.lockbox.domain.gateway.Claim;
import dev.lockbox.domain.rules.CredentialRule;
import dev.lockbox.domain.rules.EntryRules;
import java.util.List;
import java.util.Set;

/** Rules of coming in; what a test does not speak of asks for nothing. */
final class EntryBuilder {
  private EntryRules rules = EntryRules.NONE;

  EntryRules build() {
    return rules;
  }

  EntryBuilder channels(Channel... told) {
    return with(Set.of(told), rules.sources(), rules.throughGateway());
  }

  EntryBuilder sources(String... told) {
    return with(rules.channels(), Set.of(told), rules.throughGateway());
  }

  EntryBuilder throughGateway(boolean told) {
    return with(rules.channels(), rules.sources(), told);
  }

  private EntryBuilder with(Set<Channel> channels, Set<String> sources, boolean throughGateway) {
    rules =
        new EntryRules(
            channels,
            sources,
            throughGateway,
            rules.methods(),
            rules.kinds(),
            rules.systems(),
            rules.posture(),
            rules.crypto(),
            rules.countries(),
            rules.credentials());
    return this;
  }

  EntryBuilder methods(Claim... told) {
    return asking(Set.of(told), rules.kinds(), rules.systems(), rules.posture());
  }

  EntryBuilder kinds(Claim... told) {
    return asking(rules.methods(), Set.of(told), rules.systems(), rules.posture());
  }

  EntryBuilder systems(Claim... told) {
    return asking(rules.methods(), rules.kinds(), Set.of(told), rules.posture());
  }

  EntryBuilder posture(Claim... told) {
    return asking(rules.methods(), rules.kinds(), rules.systems(), Set.of(told));
  }

  private EntryBuilder asking(
      Set<Claim> methods, Set<Claim> kinds, Set<Claim> systems, Set<Claim> posture) {
    rules =
        new EntryRules(
            rules.channels(),
            rules.sources(),
            rules.throughGateway(),
            methods,
            kinds,
            systems,
            posture,
            rules.crypto(),
            rules.countries(),
            rules.credentials());
    return this;
  }

  EntryBuilder crypto(Claim... told) {
    return last(Set.of(told), rules.countries(), rules.credentials());
  }

  EntryBuilder countries(String... told) {
    return last(rules.crypto(), Set.of(told), rules.credentials());
  }

  EntryBuilder credentials(CredentialRule... told) {
    return last(rules.crypto(), rules.countries(), List.of(told));
  }

  private EntryBuilder last(
      Set<Claim> crypto, Set<String> countries, List<CredentialRule> credentials) {
    rules =
        new EntryRules(
            rules.channels(),
            rules.sources(),
            rules.throughGateway(),
            rules.methods(),
            rules.kinds(),
            rules.systems(),
            rules.posture(),
            crypto,
            countries,
            credentials);
    return this;
  }
}
