package dev.lockbox.adapter.target;

import static dev.lockbox.adapter.target.HttpCalls.GONE;
import static dev.lockbox.adapter.target.HttpCalls.NOT_FOUND;
import static dev.lockbox.adapter.target.HttpCalls.NO_CONTENT;
import static dev.lockbox.adapter.target.HttpCalls.OK;
import static dev.lockbox.adapter.target.HttpCalls.SERVER_ERROR;
import static dev.lockbox.adapter.target.HttpCalls.encoded;

import dev.lockbox.adapter.target.TargetFailed.Scope;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.Set;

/**
 * The calls to a directory. What is wrong with one group or one user is that one's trouble, so that
 * nobody is left in by another's.
 */
final class Directory implements AutoCloseable {
  private static final int BAD_REQUEST = 400;

  /**
   * Nothing else is answered either, just now: not let in, too slow, too much, nobody behind the
   * door. 403 is not among them: rights may be given group by group.
   */
  private static final Set<Integer> IN_TROUBLE = Set.of(401, 407, 408, 429, 502, 503, 504);

  /** No user is called so, or could be. */
  private static final Set<Integer> NOBODY = Set.of(BAD_REQUEST, NOT_FOUND, 405, GONE);

  private final HttpCalls calls;
  private final UserBy userBy;

  Directory(HttpSettings http, UserBy userBy) {
    this.calls = new HttpCalls(http, Scim.MEDIA_TYPE);
    this.userBy = userBy;
  }

  /** All members, users or not. */
  Scim.Members members(Group group) throws TargetFailed {
    var path = "/Groups/%s?attributes=members".formatted(encoded(group.id()));
    return Scim.members(get("listing a group", path), group.id());
  }

  /** Empty where the directory has no such user. */
  Optional<Scim.User> user(String id) throws TargetFailed {
    var path = "/Users/%s?attributes=%s".formatted(encoded(id), userBy.attribute());
    var answer = calls.ask(calls.request(path).GET());
    if (NOBODY.contains(answer.statusCode())) {
      return Optional.empty();
    }
    return Optional.of(Scim.user(whole("asking for a member", answer), id, userBy));
  }

  /** The only user of that name, whose name may be in other letters; empty where it is not one. */
  Optional<Scim.User> only(String name) throws TargetFailed {
    var filter = encoded(Scim.equal(userBy.attribute(), name));
    return Scim.only(get("looking for a user", "/Users?filter=" + filter), userBy);
  }

  /**
   * Throws where nobody can say whether it was done.
   *
   * @return false where it was refused, and nothing was done
   */
  boolean add(Group group, String member) throws TargetFailed {
    var status = patch(group, Scim.adding(member)).statusCode();
    var isRefused = status >= BAD_REQUEST && status < SERVER_ERROR && !IN_TROUBLE.contains(status);
    if (!isRefused && !isDone(status)) {
      throw failed("adding a member", status);
    }
    return !isRefused;
  }

  /** Returns where it was none too: the next list tells. */
  void remove(Group group, String member) throws TargetFailed {
    var answer = patch(group, Scim.removing(member));
    var status = answer.statusCode();
    var isNoTarget = status == BAD_REQUEST && Scim.isNoTarget(answer.body());
    if (!isDone(status) && !isNoTarget && status != NOT_FOUND && status != GONE) {
      throw failed("removing a member", status);
    }
  }

  @Override
  public void close() {
    calls.close();
  }

  private HttpResponse<byte[]> patch(Group group, byte[] patch) throws TargetFailed {
    return calls.ask(
        calls
            .request("/Groups/" + encoded(group.id()))
            .header("Content-Type", Scim.MEDIA_TYPE)
            .method("PATCH", BodyPublishers.ofByteArray(patch)));
  }

  private byte[] get(String what, String path) throws TargetFailed {
    return whole(what, calls.ask(calls.request(path).GET()));
  }

  private static byte[] whole(String what, HttpResponse<byte[]> answer) throws TargetFailed {
    if (answer.statusCode() != OK) {
      throw failed(what, answer.statusCode());
    }
    return answer.body();
  }

  private static boolean isDone(int status) {
    return status == OK || status == NO_CONTENT;
  }

  private static TargetFailed failed(String what, int status) {
    return new TargetFailed(
        IN_TROUBLE.contains(status) ? Scope.TARGET : Scope.ASSIGNMENT,
        "%s was answered %s".formatted(what, status));
  }
}
