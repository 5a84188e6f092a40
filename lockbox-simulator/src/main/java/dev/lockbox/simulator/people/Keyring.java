package dev.lockbox.simulator.people;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.signature.KeyId;
import dev.lockbox.domain.signature.KeyKind;
import dev.lockbox.domain.signature.Octets;
import dev.lockbox.domain.signature.Payload;
import dev.lockbox.domain.signature.VerifyingKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Ed25519 keys that people hold: always the same, made once. Nobody but their holder has them.
 */
public final class Keyring {
  private static final String SPKI_START = "302a300506032b6570032100";

  /**
   * The public halves, which the platform does not work out; the secret ones are SHA-256 of the
   * holder's name and the key's number. Anna has one more than there is room for.
   */
  private static final Map<String, List<String>> POINTS =
      Map.of(
          "anna",
          List.of(
              "a692249db0808d1bf2f99d634c0fd6a0116cadf8741775ff4e2c2da1b9624870",
              "72288891d08f8fbc691e53651aa39117ccba454b53928b9e996e97a36ad01813",
              "407d65dd062a76ddf39b7a6a12c209b24231bb73bdad0cff64104455d1ca2cab",
              "23e2abcb7858a43c300f5444e2e855a4a6d3a2387e69c478feb45a77a4174b50",
              "4a94c27a2617dc7631da757a40a94691b561a4adda0dda3590114f090819fe17",
              "9ea48a39cee6bf65d4db9c7ab912c83eb99c77fe4478537e50d53ec554c6279f",
              "38568bbfe8063271d9b53271f807ed18a5b6690ab530952580aabdd6439c39de",
              "11c079d6703e8188ceb34e4f5adc8ed72b5d16b99343852fdea5de6ad4d24e26",
              "1b5aa3101ab8c365a08d4c6df3bd55fe3d2d81424578327dec33df0c92c6d048"),
          "ben",
          List.of(
              "f7251d050b502479af5dc4a245314a1bd4fa199f43892bb02407ba1fb4af84ba",
              "b504dab7687c7854576965f374bbade904db9c3177cee99a2934a10eaac76e75"),
          "carla",
          List.of(
              "63011969a739a884a69ec6d6668c5a3284f917ba5503637c57b5a917e76a8dfd",
              "608dd8a6df2aad39551169d716a36a1fa2a0d61e126ee13faad6f1b7719caeed"),
          "eva",
          List.of("0cb5af71bbe7d14773199463d3910712d5e006962803832e5572dbcd751d72ad"));

  private static final List<Key> ALL = all();

  private Keyring() {}

  /** A key with the half that signs. */
  record Key(PersonId holder, VerifyingKey open, PrivateKey secret) {
    KeyId id() {
      return open.id();
    }

    Octets signature(Payload payload) {
      try {
        var signer = Signature.getInstance("Ed25519");
        signer.initSign(secret);
        signer.update(payload.octets().bytes());
        return Octets.of(signer.sign());
      } catch (GeneralSecurityException impossible) {
        throw new IllegalStateException("every Java platform has Ed25519", impossible);
      }
    }
  }

  /**
   * @param number beyond those that the person has it begins again
   */
  static Key of(PersonId person, int number) {
    var theirs = ALL.stream().filter(key -> key.holder().equals(person)).toList();
    return theirs.get(number % theirs.size());
  }

  /** What a key is, of its id alone; empty for one that nobody has. */
  public static Optional<VerifyingKey> find(KeyId id) {
    return ALL.stream().filter(key -> key.id().equals(id)).map(Key::open).findFirst();
  }

  private static List<Key> all() {
    var all = new ArrayList<Key>();
    for (var person : Cast.PEOPLE) {
      var points = POINTS.getOrDefault(person.value(), List.of());
      for (var number = 0; number < points.size(); number++) {
        all.add(key(person, number, points.get(number)));
      }
    }
    return List.copyOf(all);
  }

  private static Key key(PersonId holder, int number, String point) {
    var spki = Octets.of(HexFormat.of().parseHex(SPKI_START + point));
    return new Key(
        holder, new VerifyingKey(KeyKind.ED25519, spki), secret(holder.value() + " " + number));
  }

  private static PrivateKey secret(String text) {
    try {
      var seed = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return KeyFactory.getInstance("Ed25519")
          .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has Ed25519", impossible);
    }
  }
}
