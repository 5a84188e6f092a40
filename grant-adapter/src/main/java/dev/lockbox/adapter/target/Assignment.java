package dev.lockbox.adapter.target;

import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What one grant lets its engineer do at a target: one action on one resource. Every grant has
 * assignments of its own, so that the end of one takes nothing away that another allows.
 */
public record Assignment(
    RequestId request, PersonId engineer, ActionName action, ResourceName resource) {

  /**
   * The same for the same assignment, whoever asks and when: 64 hexadecimal digits. SHA-256 of its
   * parts with a space between; none of them can hold one.
   */
  public String id() {
    var parts = "%s %s %s %s".formatted(request, engineer, action, resource);
    return HexFormat.of().formatHex(sha256(parts.getBytes(StandardCharsets.UTF_8)));
  }

  /** Its engineer at its customer. */
  public EngineerId whose() {
    return new EngineerId(request.tenant(), engineer);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("every Java has SHA-256", never);
    }
  }
}
