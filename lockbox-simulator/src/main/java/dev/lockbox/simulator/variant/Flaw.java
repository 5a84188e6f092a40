package dev.lockbox.simulator.variant;

/** A defect of the shell, by name; where it bites, the model asks {@link Variant#has}. */
public enum Flaw {
  REPLAYS_ARE_DECIDED_AGAIN("a record that was applied before is not recognised"),
  PROGRESS_FORGOTTEN_ON_RESTART("which records were applied is known only until a restart"),
  REFUSALS_LEAVE_NO_PROGRESS("a refused command does not note its offset"),
  POISON_LEAVES_NO_PROGRESS("a record that nobody can read does not note its offset"),
  SEQUENCE_OUTSIDE_THE_TRANSACTION("a sequence that was given stays given when it is undone"),
  ONE_SEQUENCE_FOR_ALL("tenants of one partition share a sequence"),
  EVENTS_OUTSIDE_THE_TRANSACTION("events are written whatever becomes of the transaction"),
  STATES_OUTSIDE_THE_TRANSACTION("states are written whatever becomes of the transaction"),
  OFFSETS_COMMITTED_FIRST("offsets are committed before what the records led to"),
  ZOMBIES_NOT_FENCED("a member that has lost its partitions can still commit"),
  MISSED_REBALANCE_IGNORED("a member that missed a rebalance goes on with what it had in memory"),
  STORES_SURVIVE_AN_ABORT("a store keeps what an undone transaction wrote"),
  WITHDRAWN_KEYS_STAY_DECODED(
      "a key that was withdrawn is still looked for among those that are decoded in memory"),
  TENANTS_SURVIVE_AN_ABORT("tenants stay decoded in memory when a transaction is undone"),
  TENANTS_NOT_IN_THE_CHANGELOG("a changed tenant is written to the store alone"),
  RESTORED_UNCOMMITTED("a store is restored from undone writes too"),
  RESTORED_UP_TO_AN_OPEN_TRANSACTION(
      "a store is restored up to where a dead process left a transaction open"),
  RESTORED_ONE_SHORT("a store is restored up to, and without, the last record"),
  COMMANDS_READ_UNCOMMITTED("commands of an open transaction are decided"),
  EVENTS_HEARD_UNCOMMITTED("a caller is told of an event that is not committed"),
  APPEND_TAKEN_FOR_THE_VERDICT("a caller is told yes when the command is appended"),
  POISON_SKIPPED("a command that nobody can read is passed by in silence"),
  INTAKE_POISON_SKIPPED("a submission that nobody can read is passed by in silence"),
  MISPLACED_DECIDED("a command is decided on a partition that is not its tenant's"),
  INTAKE_FORGETS_ITS_PROGRESS("a submission that was passed on before is passed on again"),
  INTAKE_OUTSIDE_THE_TRANSACTION("commands are passed on whatever becomes of the transaction"),
  INTAKE_KEYED_BY_REQUEST("commands go to the partition of their request, not their tenant"),
  WALL_CLOCK_READ("commands are decided by the clock of whoever decides"),
  LOOKED_UP_BY_ID_ALONE("two tenants' requests of the same id are one"),
  REFUSALS_NOT_RECORDED("who was refused is not in the record"),
  REPEATS_RECORDED("a repeated attempt makes an event"),
  REFUSAL_COUNTS_AS_A_VERSION("a refusal is recorded with the next version"),
  GARBLED_COUNTS_AS_UNOPENED("a request whose state cannot be read counts as never heard of"),
  COMMANDS_ON_FAULTED_NOT_KEPT("what was asked of a faulted request is not quarantined"),
  DEADLINES_NOT_REBUILT("after a restart only new requests are waited for"),
  GRANTS_NOT_WAITED_FOR("a granted request is not in the index of deadlines"),
  RUNG_ONLY_ONCE("an alarm that came too early is not rung again"),
  EXPIRY_RECORDED_TWICE("an alarm for an expired request records its expiry again"),
  CLAMPED_WITHOUT_A_GUARD("time never runs backwards, and whatever it runs to is trusted"),
  TICKS_NOT_IN_THE_CHANGELOG("what hosts showed is known only until a restart"),
  TRUSTED_TIME_NOT_KEPT("what time was trusted is known only until a restart"),
  GARBAGE_FREEZES_NOBODY("a command that nobody can read leaves grants as they are"),
  NAMELESS_GARBAGE_FREEZES_NOBODY("where nobody is named, nobody is frozen"),
  STRANGERS_NOT_TOLD("a record on another partition than its tenant's freezes nobody"),
  STRANGERS_TOLD_OUTSIDE_THE_TRANSACTION(
      "another partition is told of it whatever becomes of the transaction"),
  EXCLUSIONS_NOT_IN_THE_CHANGELOG("what no approval covers is known only until a restart"),
  EXCLUSIONS_NOT_WAITED_FOR_AGAIN("after a restart nobody waits for an acknowledgement"),
  DENIALS_NOT_IN_THE_CHANGELOG("whom people denied something is known only until a restart"),
  LAST_DENIAL_ONLY("of several denials only the last is remembered"),
  SESSIONS_LEFT_BY_THEIR_GRANT("whoever is in stays in when their grant ends"),
  SESSIONS_END_BEHIND_THEIR_GRANT("that a grant is over is told before its sessions end"),
  SESSIONS_NOT_IN_THE_CHANGELOG("who is in is known only until a restart"),
  SESSIONS_NOT_WAITED_FOR_AGAIN("after a restart nobody waits for sessions to end"),
  POSTURE_HEEDED_BY_SOME("a device that was found wanting for all is barred at some customers"),
  POSTURES_TOLD_OUTSIDE_THE_TRANSACTION(
      "how a device was found is passed on whatever becomes of the transaction"),
  POSTURES_BELIEVED_BEFOREHAND(
      "a device is examined tomorrow, and nothing found until then counts"),
  POSTURES_NOT_IN_THE_CHANGELOG("how devices were found is known only until a restart"),
  ANY_POSTURE_COUNTS("what is told of a device last counts, however long ago it was found"),
  BARRED_EVERYWHERE_STAYS("whoever is on a device that is found wanting for all stays in"),
  SEAT_PER_CUSTOMER("whoever is on a gateway of one customer is let on one of another"),
  SEAT_NEVER_GIVEN_BACK("whoever has left a gateway counts as on it still"),
  SEAT_FREED_BY_A_REPEAT("an attempt that is repeated gives back the seat that it took"),
  SEATS_NOT_IN_THE_CHANGELOG("who is on a gateway is known to intake only until a restart"),
  SEATS_TOLD_OUTSIDE_THE_TRANSACTION(
      "that somebody has left a gateway is told whatever becomes of the transaction"),
  USED_UP_STAYS("what was granted for one use stays when it has had it"),
  USED_UP_OUTSIDE_THE_TRANSACTION(
      "what was used up is ended whatever becomes of the transaction in which that happened"),
  ENGINEERS_NOT_IN_THE_CHANGELOG("who is a member of which role is known only until a restart"),
  MEMBERSHIPS_NOT_WAITED_FOR_AGAIN("after a restart nobody waits for memberships to end"),
  PREVIOUS_BELIEVED("what is said of the request that another one follows is believed"),
  PACE_OF_ALL_CUSTOMERS("what waits for one customer counts for another"),
  PRACTICE_GOES_BEFORE("what follows practice is said to follow something in earnest"),
  PRACTICE_COUNTS_FOR_ENGINEERS("what waits for practice counts for whoever asks in earnest"),
  REFUSED_PRACTICE_UNTOLD("what was refused in practice is told as if it were in earnest"),
  GRANTED_STILL_WAITS("what is granted counts as if it still waited"),
  FREEZES_NOT_IN_THE_CHANGELOG("what freezes a tenant is known only until a restart"),
  FROZEN_GRANTS_NOT_SHOWN("readers see a grant as it was when its tenant is frozen or released"),
  ONE_RELEASE_FOR_ALL("whatever else freezes a tenant, one release ends it"),
  RELEASED_BY_ANYBODY("grants are released for whoever asks");

  private final String description;

  Flaw(String description) {
    this.description = description;
  }

  public String description() {
    return description;
  }
}
