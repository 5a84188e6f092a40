package dev.lockbox.verifier.lease;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What an approver reads and signs, as the lockbox writes it; by default a yes to all that the
 * scene's leases say.
 */
final class Words {
  private static final List<String> READ =
      List.of(
          "lockbox-request-1",
          "contoso",
          "req-1",
          "eva",
          "etcd is slow",
          "3",
          "icm",
          "4711",
          "",
          "1",
          Scene.ALLOWED,
          "1",
          Scene.TARGET,
          "PT8H",
          "",
          "false",
          "1",
          "k8s.pod.logs container etcd");

  private Words() {}

  /** What was read. */
  static List<String> read() {
    return READ;
  }

  /** The same with another text in the place of the first that is this one. */
  static List<String> with(List<String> texts, String one, String other) {
    var all = new ArrayList<>(texts);
    all.set(all.indexOf(one), other);
    return all;
  }

  /** The same with more behind it. */
  static List<String> and(List<String> texts, String... more) {
    var all = new ArrayList<>(texts);
    all.addAll(List.of(more));
    return all;
  }

  /** What is signed for a yes to all of that. */
  static List<String> yes(Approver approver, List<String> read) {
    return List.of(
        "lockbox-decision-v1",
        "contoso",
        "req-1",
        HexFormat.of().formatHex(Approver.sha256(bytes(read))),
        "APPROVE",
        "yes-1",
        "1",
        approver.person,
        approver.id(),
        "0",
        "0",
        "");
  }

  static byte[] bytes(List<String> texts) {
    var all = texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    var into =
        ByteBuffer.allocate(all.stream().mapToInt(text -> Integer.BYTES + text.length).sum());
    all.forEach(text -> into.putInt(text.length).put(text));
    return into.array();
  }
}
