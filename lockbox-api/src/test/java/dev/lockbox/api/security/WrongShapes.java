package dev.lockbox.api.security;

import static dev.lockbox.api.security.Issuer.header;
import static dev.lockbox.api.security.Issuer.rs256;
import static dev.lockbox.api.security.Issuer.unsigned;
import static dev.lockbox.api.security.Said.within;

import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** What is too large, too deep, no token, or could be read in two ways. */
final class WrongShapes {
  private static final String RS = header("RS256", "rsa-1");
  private static final String ANYTHING = Base64URL.encode("anything").toString();

  private WrongShapes() {}

  static Stream<WrongToken> of(String good) {
    return Stream.of(sizes(good), encrypted(), twice(good), spellings(good)).flatMap(some -> some);
  }

  private static Stream<WrongToken> sizes(String good) {
    return Stream.of(
        j8("a header of a megabyte", rs256(within(RS, "x", text(1_000_000)), good)),
        j8("a header of 8 KiB", rs256(within(RS, "x", text(8 * 1024)), good)),
        j8("claims of 8 KiB", rs256(RS, within(good, "x", text(8 * 1024)))),
        j8("a header of 10^4 levels", rs256(within(RS, "x", levels(10_000)), good)),
        j8("claims of 10^4 levels", rs256(RS, within(good, "x", levels(10_000)))),
        j8("claims of 10^5 names", rs256(RS, within(good, "x", names(100_000)))),
        j8("one part", ANYTHING),
        j8("two parts", ANYTHING + "." + ANYTHING),
        j8("four parts", ANYTHING + ("." + ANYTHING).repeat(3)),
        j8("10^4 parts", ANYTHING + ".a".repeat(10_000)),
        j8("dots", ".."),
        j8("padded", unsigned(RS, good) + "." + ANYTHING + "="),
        j8("not url-safe", unsigned(RS, good) + ".+/+/"));
  }

  /** Five parts: nothing of them is unpacked, and no key is made of any password. */
  private static Stream<WrongToken> encrypted() {
    return Stream.of(
            "{\"alg\":\"PBES2-HS512+A256KW\",\"enc\":\"A256GCM\",\"p2c\":2147483647,\"p2s\":\"AAAAAAAAAAA\"}",
            "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"zip\":\"DEF\"}",
            "{\"alg\":\"RSA1_5\",\"enc\":\"A128CBC-HS256\",\"kid\":\"rsa-1\"}")
        .map(
            header ->
                j8("encrypted " + header, Base64URL.encode(header) + ("." + ANYTHING).repeat(4)));
  }

  private static WrongToken j8(String name, String token) {
    return new WrongToken("J8", name, token);
  }

  private static String text(int length) {
    return "\"" + "y".repeat(length) + "\"";
  }

  private static String levels(int count) {
    return "[".repeat(count) + "]".repeat(count);
  }

  private static String names(int count) {
    var all = new StringBuilder("{\"n\":0");
    for (var at = 0; at < count; at++) {
      all.append(",\"").append(at).append("\":0");
    }
    return all.append('}').toString();
  }

  private static Stream<WrongToken> twice(String good) {
    return Stream.of(
        j9("alg twice", within(RS, "alg", "\"none\""), good),
        j9("alg twice, the same", within(RS, "alg", "\"RS256\""), good),
        j9("alg twice, escaped", within(RS, "\\u0061lg", "\"none\""), good),
        j9("kid twice", within(RS, "kid", "\"ec-1\""), good),
        j9("sub twice", RS, within(good, "sub", "\"ben\"")),
        j9("sub twice, the same", RS, within(good, "sub", "\"anna\"")),
        j9("aud twice, escaped", RS, within(good, "\\u0061ud", "\"x\"")),
        j9("tenant twice, escaped", RS, within(good, "t\\u0065nant", "\"fabrikam\"")),
        j9("roles twice", RS, within(good, "roles", "[\"admin\"]")),
        j9("a name twice, within", RS, within(good, "x", "{\"y\":1,\"y\":2}")),
        j9("two objects", RS, good + good),
        j9("something behind", RS, good + "x"),
        j9("a comment", RS, good.replace("{", "{/*x*/")),
        j9("a comma too many", RS, good.replace("}", ",}")),
        j9("a number that is none", RS, within(good, "x", "NaN")),
        j9("a number with a zero before it", RS, within(good, "x", "01")),
        j9("a list", RS, "[" + good + "]"),
        j9("a text", RS, "\"anna\""),
        j9("ten levels and two", RS, within(good, "x", levels(12))));
  }

  private static WrongToken j9(String name, String header, String claims) {
    return new WrongToken("J9", name, rs256(header, claims));
  }

  /** Some readers guess in what they are written. */
  private static Stream<WrongToken> spellings(String good) {
    var charsets =
        Stream.of("UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE")
            .map(
                name ->
                    new WrongToken(
                        "J9", "claims in " + name, Issuer.rs256(RS, encoded(good, name))));
    var overlong = new String(new byte[] {(byte) 0xc1, (byte) 0xa1}, StandardCharsets.ISO_8859_1);
    var bytes = good.replace("anna", overlong + "nna").getBytes(StandardCharsets.ISO_8859_1);
    return Stream.concat(
        charsets,
        Stream.of(
            new WrongToken("J9", "a letter of two bytes", Issuer.rs256(RS, bytes)),
            j9("a letter of another alphabet", RS, good.replace("anna", "\u0430nna"))));
  }

  private static byte[] encoded(String good, String charset) {
    return good.getBytes(Charset.forName(charset));
  }
}
