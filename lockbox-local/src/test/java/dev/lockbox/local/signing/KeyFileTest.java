package dev.lockbox.local.signing;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.ApproverKeyCommand.RegisterApproverKey;
import dev.lockbox.domain.DecisionPayload;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Fingerprint;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.signature.ApproverKey;
import dev.lockbox.domain.signature.Payload;
import dev.lockbox.domain.signature.VerifyingKey;
import dev.lockbox.local.intake.BadDocument;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key in a file, and what is signed with it. */
class KeyFileTest {
  private static final Fingerprint DIGEST = new Fingerprint("ab".repeat(32));
  private static final Consented YES =
      new Consented(REQUEST, DIGEST, new DecisionId("d-1"), 1, Optional.empty());

  @TempDir private Path directory;

  private Path file() {
    return directory.resolve("key.pem");
  }

  @Test
  void aNewKeyIsItsOwnersAndSigns() throws Exception {
    var made = KeyFile.create(file());
    var read = KeyFile.read(file());
    assertThat(read.key()).isEqualTo(made.key());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    var payload = Payload.of(List.of("yes"));
    var key = new ApproverKey(ANNA, read.key(), Optional.empty(), MORNING, Optional.empty());
    assertThat(key.signed(payload, read.sign(payload))).isTrue();
  }

  @Test
  void noKeyIsWrittenOverAnother() {
    var made = KeyFile.create(file());
    assertThatThrownBy(() -> KeyFile.create(file()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("is there already, and no key is written over another");
    assertThat(KeyFile.read(file()).key()).isEqualTo(made.key());
  }

  @Test
  void whatHoldsNoKeyIsSaidToHoldNone() throws Exception {
    Files.writeString(file(), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    assertThatThrownBy(() -> KeyFile.read(file())).isInstanceOf(BadDocument.class);
  }

  @Test
  void onlyWhatWasSaidYesToIsSigned() {
    var key = KeyFile.create(file()).key().id();
    var payload = DecisionPayload.of(yes(ANNA, 1), DIGEST, key);
    assertThat(YES.is(payload, key)).isTrue();
    assertThat(YES.is(DecisionPayload.of(yes(BEN, 1), DIGEST, key), key)).isTrue();
    assertThat(YES.is(DecisionPayload.of(yes(ANNA, 2), DIGEST, key), key)).isFalse();
    var other = new Fingerprint("cd".repeat(32));
    assertThat(YES.is(DecisionPayload.of(yes(ANNA, 1), other, key), key)).isFalse();
    assertThat(YES.is(Payload.of(List.of("lockbox-key-v1")), key)).isFalse();
  }

  @Test
  void aKeyIsRegisteredWithTheCustomerThatIsMeant() {
    var key = KeyFile.create(file()).key();
    var registering = new Registering(CONTOSO, new DecisionId("k-1"), key);
    assertThat(registering.is(registration(CONTOSO, "k-1", key))).isTrue();
    assertThat(registering.is(registration(FABRIKAM, "k-1", key))).isFalse();
    assertThat(registering.is(registration(CONTOSO, "k-2", key))).isFalse();
    var other = KeyFile.create(directory.resolve("other.pem")).key();
    assertThat(registering.is(registration(CONTOSO, "k-1", other))).isFalse();
    assertThat(registering.is(Payload.of(List.of("lockbox-key-v1")))).isFalse();
    assertThat(registering.is(DecisionPayload.of(yes(ANNA, 1), DIGEST, key.id()))).isFalse();
  }

  private static Payload registration(TenantId tenant, String decision, VerifyingKey key) {
    var by = new Attempt(ANNA, new DecisionId(decision));
    return RegisterApproverKey.payload(tenant, by, key, Optional.empty());
  }

  private static Approve yes(PersonId person, long version) {
    var by = new Attempt(person, new DecisionId("d-1"));
    return new Approve(REQUEST, by, Optional.empty(), version, Optional.empty());
  }
}
