package dev.lockbox.adapter.target;

import java.time.Instant;

/**
 * Where assignments are set up and taken away. Everything may be asked for again: what is there
 * already is created, and what is not there is removed.
 */
public interface Target extends Places, AutoCloseable {
  /**
   * Every assignment there is, whoever made it, and where there may be more. What a call made
   * before has done is in it.
   */
  Listing list() throws TargetFailed;

  /**
   * Returns when the engineer may do it.
   *
   * @param place where it is to stand, as {@link #places} has it
   * @param until when the last grant that wants it ends; a target that can ends the assignment by
   *     itself then
   */
  void create(Assignment assignment, Listed place, Instant until) throws TargetFailed;

  /** Returns when nobody may do anything by it any more. */
  void remove(String id) throws TargetFailed;

  /** Lets go of what it holds; takes no access away. */
  @Override
  void close();
}
