package dev.lockbox.api.tag;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Entity tags (RFC 9110, 8.8.3): the version, where there is one, and half of a SHA-256 of every
 * byte that is answered. A state that time alone has changed has another tag at the same version.
 */
public final class EntityTag {
  /** How a route describes the header by which a version is named. */
  public static final String IF_MATCH_ABOUT = "The `ETag` of what was read: its version is meant.";

  private static final int DIGEST_BYTES = 16;
  private static final Pattern VERSIONED = Pattern.compile("\"([0-9]{1,18})-[0-9a-f]{32}\"");

  private EntityTag() {}

  static String of(OptionalLong version, byte[] body) {
    var digest = HexFormat.of().formatHex(Arrays.copyOf(sha256(body), DIGEST_BYTES));
    return version.isPresent()
        ? "\"%s-%s\"".formatted(Long.toString(version.getAsLong()), digest)
        : "\"%s\"".formatted(digest);
  }

  /** Whether one of these headers names the tag, strong or weak, or any. */
  static boolean isNamed(String tag, List<String> ifNoneMatch) {
    return ifNoneMatch.stream()
        .flatMap(header -> Arrays.stream(header.split(",")))
        .map(String::strip)
        .map(one -> one.startsWith("W/") ? one.substring(2) : one)
        .anyMatch(one -> one.equals("*") || one.equals(tag));
  }

  /**
   * The version that was read, as the body and the header {@code If-Match} have it; empty where
   * neither says one. Of a tag the version alone is taken, so that time which has passed since
   * takes nobody's decision from them; whether it stands is for the rules.
   *
   * @param said in the body
   * @param ifMatch the header
   * @throws ProblemException INVALID_REQUEST where the header is no tag of one version, or names
   *     another than the body
   */
  public static Optional<Long> version(@Nullable Long said, Optional<String> ifMatch) {
    var tagged = ifMatch.map(EntityTag::version);
    if (said != null && tagged.filter(one -> !one.equals(said)).isPresent()) {
      throw invalid("ifVersion and If-Match name different versions");
    }
    return Optional.ofNullable(said).or(() -> tagged);
  }

  private static Long version(String ifMatch) {
    var matcher = VERSIONED.matcher(ifMatch.strip());
    if (!matcher.matches()) {
      throw invalid("If-Match must be the ETag of what was read, and of one thing only");
    }
    return Long.valueOf(matcher.group(1));
  }

  private static ProblemException invalid(String detail) {
    return new ProblemException(Code.INVALID_REQUEST, detail);
  }

  private static byte[] sha256(byte[] body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
